/** How a second form of a door probably stands to the household there. A person decides; this only says what to offer first. */
import type { HouseholdKind } from './household';
import { HEAD } from './relation';

/** '': nothing speaks for either, so nothing is offered before the rest. */
export type Leaning = 'same' | 'bed' | '';

interface Answers {
  readonly headName?: string | undefined;
  readonly phone: { readonly number: string };
  readonly members: readonly {
    readonly relation: number;
    readonly gender?: unknown;
    readonly ageBand?: unknown;
  }[];
}

interface Beside {
  readonly kind: HouseholdKind;
  readonly form: Answers;
}

/** Forms of strangers agree by chance in much: only a number or the head shows that both are of one household. */
export function leaningOf(form: Answers, beside: Beside, isDormitory: boolean): Leaning {
  if (agrees(form.phone.number, beside.form.phone.number) || isSameHead(form, beside.form)) return 'same';
  const isBed = form.members.length === 1 && (isDormitory || beside.kind === 'collective');
  return isBed ? 'bed' : '';
}

/** Names are masked for whoever decides, so many read alike: the head's sex and age must not speak against it. */
function isSameHead(one: Answers, other: Answers): boolean {
  if (!agrees(one.headName, other.headName)) return false;
  const [mine, theirs] = [headOf(one), headOf(other)];
  if (mine === undefined || theirs === undefined) return true;
  return mine.gender === theirs.gender && mine.ageBand === theirs.ageBand;
}

function headOf({ members }: Answers): Answers['members'][number] | undefined {
  return members.find(({ relation }) => relation === HEAD);
}

function agrees(one = '', other = ''): boolean {
  return one !== '' && one === other;
}
