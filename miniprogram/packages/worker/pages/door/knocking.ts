/** What happens at one door while its worker stands there: what this phone knows of it, and the knock that is being noted. */
import { plateWords } from '@domain/area/plate';
import type { KnockRecord } from '@domain/contract/offline-record';
import { VACANCY_SIGNS, VISIT_RESULTS, type VacancySign } from '@domain/census/codes';
import { minuteOf } from '@domain/kernel/day';
import { isAnswered, knockAt } from '@domain/work/visit';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { now, today, trueNow } from '../../../../services/clock';
import { outboxEntries, takeBack } from '../../../../services/outbox';
import { isUnsent, isUntried, type OutboxEntry } from '../../../../services/outbox-entry';
import { EDITS_MAX } from '../../../../services/submission';
import {
  changeKnock,
  factsOf,
  groupOfDoor,
  HOLD_MS,
  knockOf,
  notedSince,
  noteKnock,
  withRecords,
  type DoorFacts,
  type DoorPlace,
} from '../../services/door-records';
import { isToldOf, newestDoor } from '../../services/noted-answers';
import { packedDoor, type Packed } from '../../services/route-pack';
import { saysMore, seenReceipts, type SeenReceipts } from '../../services/seen-receipts';
import type { DoorAnswer } from './door-answer';
import { knockFor, type KnockState } from './knock.view';
import { doorOfPack } from './visit-form';
import { nextOf } from '../../next-times';

const NO_FACTS: DoorFacts = {
  ...{ state: 'missing', lastSeq: 0, waiting: 0, attempts: 0, signs: [], answered: false, next: undefined },
};

export class Knocking {
  packed: Packed | undefined;
  private receipts: SeenReceipts = {};
  private entries: OutboxEntry[] = [];
  private answer: DoorAnswer | undefined;
  /** What the cloud had taken before it was last asked: its answer holds that. */
  private taken: ReadonlySet<string> = new Set();
  private signs: readonly VacancySign[] | undefined;
  private problem = '';
  private readonly openedAt = now();

  constructor(private readonly doorId: string) {}

  /** What the phone holds of the door; asked again whenever the outbox changed. */
  async refresh(): Promise<void> {
    this.packed = await packedDoor(this.doorId);
    this.receipts = await seenReceipts();
    const group = groupOfDoor(this.doorId);
    this.entries = (await outboxEntries()).filter((entry) => entry.group === group);
  }

  /** Before the cloud is asked; the pack is then no older than what was handed in from here. */
  async ask(): Promise<void> {
    await this.refresh();
    if (this.packed !== undefined) this.packed = await newestDoor(this.doorId, this.entries);
    this.taken = new Set(this.entries.filter((entry) => !isUnsent(entry)).map(({ opId }) => opId));
  }

  /** The door as the cloud just showed it; undefined without network. */
  see(answer: DoorAnswer | undefined): void {
    this.answer = answer;
  }

  /** What was noted here and is not in the door as it is shown. */
  get noted(): OutboxEntry[] {
    if (this.answer === undefined) return notedSince(this.entries, this.packed?.pack.packedAt ?? 0);
    return this.entries.filter(({ opId }) => !this.taken.has(opId));
  }

  /** The cloud has just taken answers of this door: asked again, it shows them. */
  isTold(changed: readonly OutboxEntry[]): boolean {
    const group = groupOfDoor(this.doorId);
    return changed.some((entry) => entry.group === group && entry.state === 'saved' && isToldOf(entry));
  }

  get state(): KnockState {
    const entry = this.entries[this.entries.length - 1];
    return {
      facts: this.facts(),
      entry,
      isSettled: entry === undefined || entry.notBefore <= now(),
      today: today(),
      hour: Number(minuteOf(trueNow()).slice(0, 2)),
      signs: this.signs,
      canCorrect: (this.answer ?? this.packed?.door)?.households[0] !== undefined,
      problem: this.problem,
    };
  }

  /** One tap. 空置 asks for its signs first; false where the person has to do something else. */
  async note(value: string): Promise<boolean> {
    const result = VISIT_RESULTS.find((one) => one === value);
    if (result === undefined || result === 'collected') return false;
    if (result === 'vacant') {
      this.signs = [];
      return false;
    }
    return this.keep(knockFor(this.doorId, result, this.state));
  }

  pick(values: readonly string[]): void {
    this.signs = VACANCY_SIGNS.filter((sign) => values.includes(sign));
  }

  letGo(): void {
    this.signs = undefined;
  }

  async noteVacant(): Promise<boolean> {
    const { signs } = this;
    if (signs === undefined || signs.length === 0) return false;
    this.signs = undefined;
    return this.keep({ doorId: this.doorId, result: 'vacant', signs: [...signs] });
  }

  async comeAgain(value: string): Promise<void> {
    await this.change((knock) => ({ ...knock, next: nextOf(value) }));
  }

  async leaveSlip(isLeft: boolean): Promise<void> {
    await this.change((knock) => ({ ...knock, slipLeft: isLeft }));
  }

  async undo(): Promise<boolean> {
    const { entry } = this.state;
    return entry !== undefined && takeBack(entry.opId);
  }

  /** How long until the noted knock stands; 0 when it does. */
  get holdLeft(): number {
    const { entry } = this.state;
    return entry !== undefined && isUntried(entry)
      ? Math.max(0, Math.min(HOLD_MS, entry.notBefore - now()))
      : 0;
  }

  private async keep(knock: KnockRecord): Promise<boolean> {
    this.problem = '';
    const { facts, today: day } = this.state;
    if (knockAt(facts, { ...knock, signs: knock.signs ?? [], day }) === undefined) {
      this.problem = KNOCK_WORDS.refused;
      return false;
    }
    try {
      await noteKnock(this.place(this.label), { ...knock, paradata: this.paradata() });
    } catch {
      // Nothing was noted, and what stood on the phone before still does.
      this.problem = KNOCK_WORDS.full;
      return false;
    }
    return true;
  }

  private async change(next: (knock: KnockRecord) => KnockRecord): Promise<void> {
    const { entry } = this.state;
    const knock = entry === undefined ? undefined : knockOf(entry);
    if (entry !== undefined && knock !== undefined) {
      const { seconds, edits } = knock.paradata ?? this.paradata();
      const paradata = { seconds, edits: Math.min(EDITS_MAX, edits + 1) };
      await changeKnock(entry.opId, this.place(entry.label), { ...next(knock), paradata });
    }
  }

  private get label(): string {
    const { answer, packed } = this;
    const door = answer ?? (packed && doorOfPack(packed));
    return door === undefined ? '' : plateWords(door.plate);
  }

  private place(label: string): DoorPlace {
    return { doorId: this.doorId, label, pack: this.packed?.pack.pack };
  }

  private paradata(): { seconds: number; edits: number } {
    return { seconds: Math.min(7200, Math.max(0, Math.round((now() - this.openedAt) / 1000))), edits: 0 };
  }

  /** The pack, then what the cloud has taken since, then what it says now, then what still lies here. */
  private facts(): DoorFacts {
    const { packed, answer, entries } = this;
    const taken = entries.filter((entry) => !isUnsent(entry));
    const packedAt = packed?.pack.packedAt ?? 0;
    const start = packed === undefined ? NO_FACTS : factsOf(packed.door);
    const shown = saysMore(this.receipts[this.doorId], packedAt) ? withReceipt(start) : start;
    const then = withRecords(shown, taken, packedAt);
    const seen = answer === undefined ? then : { ...then, ...seenOf(answer) };
    return withRecords(seen, entries.filter(isUnsent), 0);
  }
}

/** Somebody behind the door holds a receipt that the pack could not know of. */
function withReceipt(facts: DoorFacts): DoorFacts {
  const state = facts.state === 'missing' ? 'pending' : facts.state;
  return { ...facts, state, answered: true, next: undefined };
}

function seenOf({
  state,
  households,
  waiting,
}: DoorAnswer): Pick<DoorFacts, 'state' | 'lastSeq' | 'waiting' | 'answered'> {
  const seen = { state, lastSeq: households.length, waiting: waiting.length };
  return { ...seen, answered: isAnswered(seen) };
}
