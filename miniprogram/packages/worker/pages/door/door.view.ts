/** One door as its worker sees it: what was handed in, what is on record, and the one decision that is open. */
import { PROPERTY_KINDS, type DoorState } from '@domain/census/codes';
import { leaningOf, type Leaning } from '@domain/census/same-household';
import type { HouseholdView, WaitingForm } from '@domain/contract/census';
import { verifyWayTable } from '@domain/codes/tables';
import { dayWords, momentWords } from '@domain/kernel/day';
import { isUnconfirmedTenancy } from '@domain/tenancy/tenancy-state';
import { DOOR_STATE_WORDS, STAFF_WORDS } from '../../../../messages/staff';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { DOOR_WORDS } from '../../../../messages/worker';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { withCorrections } from '../../services/noted-answers';
import { compareForms, type CompareRow } from './compare-forms';
import type { DoorAnswer } from './door-answer';
import { isOneBed, notesOf, questionedOf } from './door-notes';
import { viewKnock, type KnockState, type KnockView } from './knock.view';
import { linesOfFiling, linesOfForm, linesOfHousehold, type NotedLine } from './noted-lines';

export interface DoorCase {
  door: DoorAnswer;
  /** Undefined for a seat that does not knock. */
  knock: KnockState | undefined;
  /** What lies on this phone of its households and is not in `door`. */
  noted: readonly OutboxEntry[];
  /** Moment of the route pack the door is shown from; 0 when it was just asked for. */
  packedAt: number;
  /** What was just done with it, in words. */
  done?: string;
  /** Where the way back leads, in words. */
  back: string;
  /** The acting seat may confirm. */
  canDecide: boolean;
  /** Which waiting form and which household are looked at. */
  formIndex: number;
  householdIndex: number;
}

interface Tile {
  value: number;
  label: string;
}

/** decide: a form stands alone · settle: it stands beside a household · read: nothing waits, or this role only looks. */
type Decision = 'decide' | 'settle' | 'read';

export interface DoorView extends FaceView {
  stale: string;
  knock: KnockView | null;
  compound: string;
  line: string;
  state: string;
  detail: string;
  findings: readonly string[];
  clean: string;
  decision: Decision;
  forms: readonly Tile[];
  formIndex: number;
  households: readonly Tile[];
  /** What is asked of them: with which one a form is compared, or which one to look at. */
  whichHousehold: string;
  householdIndex: number;
  lines: readonly NotedLine[];
  linesTitle: string;
  /** Where the marked lines are until the cloud has them; '' where it has them all. */
  linesHint: string;
  compare: readonly CompareRow[];
  right: string;
  canReveal: boolean;
  /** A household on record stands alone in sight, and the acting seat may stand by its answers. */
  canVerify: boolean;
  /** What else there is to know of the door and of the household looked at. */
  notes: readonly string[];
  /** The form is of one person, who may hold a bed beside those on record. */
  offersBed: boolean;
  /** Which way of settling it is offered first; none where nothing speaks for one. */
  leaning: Leaning;
  /** Nobody has answered here, so that family may be asked to. */
  canInvite: boolean;
  /** The form that was filled for the household and waits for its word; '' where none does. */
  proxyId: string;
  /** The way to answers that stand in two ways; '' where there are none. */
  questions: string;
  /** What was just done, where more waits. */
  told: string;
  /** Something was done, and nothing is left to do: the page leads back. */
  isOver: boolean;
  back: string;
}

export const NO_DOOR: DoorView = {
  ...CONTENT,
  stale: '',
  knock: null,
  compound: '',
  line: '',
  state: '',
  detail: '',
  findings: [],
  clean: '',
  decision: 'read',
  forms: [],
  formIndex: 0,
  households: [],
  whichHousehold: '',
  householdIndex: 0,
  lines: [],
  linesTitle: '',
  linesHint: '',
  compare: [],
  right: '',
  canReveal: false,
  canVerify: false,
  notes: [],
  offersBed: false,
  leaning: '',
  canInvite: false,
  proxyId: '',
  questions: '',
  told: '',
  isOver: false,
  back: '',
};

export function viewDoor(at: DoorCase): DoorView {
  const { door } = at;
  const form = door.waiting[at.formIndex];
  const household = door.households[at.householdIndex];
  const base = {
    ...NO_DOOR,
    ...door.plate,
    ...knockOf(at),
    notes: notesOf(door, household),
    questions: questionsOf(household),
    stale: packWords(at.packedAt),
    back: at.back,
    canInvite: at.knock?.facts.answered !== true,
  };
  if (form === undefined && household === undefined) {
    return at.knock === undefined ? { ...base, ...emptyFace() } : { ...base, ...linesOfFiling(at.noted) };
  }
  return {
    ...base,
    ...(form === undefined ? recordOf(household, at.noted) : formOf(at, form)),
    ...choicesOf(at),
    ...contentOf(at),
    offersBed: isOneBed(form, household),
    canInvite: false,
    canVerify: at.canDecide && form === undefined,
    canReveal: at.packedAt === 0 && (form ?? household)?.form.phone.number !== '',
  };
}

/** The state is what the door is with everything this phone has noted; what was just done says it too. */
function knockOf(at: DoorCase): Pick<DoorView, 'knock' | 'state' | 'told' | 'isOver'> {
  const { door, knock, packedAt, done = '' } = at;
  const over = isOver(at);
  // Whoever has something to settle here is not told to go on to the next door.
  const isSaidAbove = over || door.waiting.length > 0 || door.households.some(hasDoubt);
  return {
    ...(over ? { state: done, told: '' } : { state: DOOR_STATE_WORDS[stateOf(at)] ?? '', told: done }),
    isOver: over,
    knock: knock === undefined ? null : viewKnock({ ...knock, isSaidAbove, isPacked: packedAt > 0 }),
  };
}

function hasDoubt({ tenancyState, openConflicts = 0, isHeld }: HouseholdView): boolean {
  const isOpen = tenancyState !== undefined && isUnconfirmedTenancy(tenancyState);
  return isOpen || openConflicts > 0 || isHeld;
}

function stateOf({ door, knock }: DoorCase): DoorState {
  return knock?.facts.state ?? door.state;
}

/** Until somebody notes something else at the same door. */
function isOver(at: DoorCase): boolean {
  const { door, done = '' } = at;
  return done !== '' && door.waiting.length === 0 && stateOf(at) === door.state;
}

function questionsOf(household: HouseholdView | undefined): string {
  const count = household?.openConflicts ?? 0;
  return count === 0 ? '' : DOOR_WORDS.questions(count);
}

function packWords(packedAt: number): string {
  return packedAt === 0 ? '' : KNOCK_WORDS.fromPack(momentWords(packedAt));
}

/** What a reveal or a decision speaks of. */
export function subjectOf(at: DoorCase): { formId: string } | { householdId: string } | undefined {
  const form = at.door.waiting[at.formIndex];
  if (form !== undefined) return { formId: form.id };
  const household = at.door.households[at.householdIndex];
  return household === undefined ? undefined : { householdId: household.id };
}

function formOf({ door, canDecide }: DoorCase, form: WaitingForm): Partial<DoorView> {
  const settles = door.households.length > 0;
  const proxyId = form.proxy === undefined || !canDecide ? '' : form.id;
  const decision = settles ? 'settle' : proxyId === '' ? 'decide' : 'read';
  return {
    detail: [
      DOOR_WORDS.submitted(momentWords(form.submittedAt), wayWords(form)),
      ...(form.joinAnswer === undefined ? [] : [DOOR_WORDS.join[form.joinAnswer]]),
    ].join('，'),
    ...questionedOf(form, door),
    decision: canDecide ? decision : 'read',
    proxyId,
  };
}

/** By an invitation family fills, or somebody of the street on the household's word. */
function wayWords({ channel, form: { fillRole } }: WaitingForm): string {
  const isByHelper = channel === 'family' && (fillRole === 5 || fillRole === 6);
  return isByHelper ? DOOR_WORDS.waysByHelper[fillRole] : DOOR_WORDS.ways[channel];
}

function recordOf(household: HouseholdView | undefined, noted: readonly OutboxEntry[]): Partial<DoorView> {
  if (household === undefined) return {};
  const { filledOn, confirmedOn, verifyWay } = household;
  const way = verifyWay === undefined ? '' : verifyWayTable.labelOf(verifyWay);
  const confirmed = confirmedOn === undefined ? [] : [DOOR_WORDS.confirmedOn(dayWords(confirmedOn), way)];
  return {
    detail: [DOOR_WORDS.filled(dayWords(filledOn)), ...confirmed].join('，'),
    findings: withCorrections(household, noted).form.findings,
  };
}

/** Once all is done nothing is asked: the page leads on. */
function choicesOf(at: DoorCase): Partial<DoorView> {
  const { waiting, households } = at.door;
  const asksHousehold = households.length > 1 && !isOver(at);
  return {
    forms: waiting.length < 2 ? [] : waiting.map((_, index) => tile(index, DOOR_WORDS.formNumber)),
    formIndex: at.formIndex,
    households: asksHousehold
      ? households.map(({ seq }, value) => ({ value, label: DOOR_WORDS.householdNumber(seq) }))
      : [],
    whichHousehold: waiting.length === 0 ? DOOR_WORDS.lookAtHousehold : DOOR_WORDS.whichHousehold,
    householdIndex: at.householdIndex,
  };
}

function tile(index: number, words: (number: number) => string): Tile {
  return { value: index, label: words(index + 1) };
}

/** Side by side where there is something beside the form; otherwise its lines. */
function contentOf(at: DoorCase): Partial<DoorView> {
  const { door, formIndex, householdIndex } = at;
  const form = door.waiting[formIndex];
  const household = door.households[householdIndex];
  if (form === undefined) return household === undefined ? {} : recordLines(at, household);
  const others = door.waiting.find((_, index) => index !== formIndex)?.form;
  const beside = household === undefined ? others : withCorrections(household, at.noted).form;
  if (beside === undefined) return linesOfForm(form.form);
  const right = household === undefined ? DOOR_WORDS.rightForm : DOOR_WORDS.rightHousehold;
  const compare = compareForms(form.form, beside);
  const differences = compare.filter(({ differs }) => differs).length;
  return {
    compare,
    right,
    leaning: leaningAt(at),
    state: household === undefined ? DOOR_WORDS.two : DOOR_WORDS.again,
    clean: DOOR_WORDS.differences(differences),
  };
}

/** Whom the household does not know is not offered as one of it. */
function leaningAt({ door, formIndex, householdIndex }: DoorCase): Leaning {
  const form = door.waiting[formIndex];
  const household = door.households[householdIndex];
  if (form === undefined || household === undefined) return '';
  const leaning = leaningOf(form.form, household, door.home?.propertyKind === PROPERTY_KINDS.dormitory);
  if (leaning === 'bed') return isOneBed(form, household) ? leaning : '';
  return form.joinAnswer === 'notOurs' ? '' : leaning;
}

/** Of several households each is called by its number. */
function recordLines({ door, noted }: DoorCase, household: HouseholdView): Partial<DoorView> {
  const lines = linesOfHousehold(household, noted);
  if (door.households.length < 2) return lines;
  return { ...lines, linesTitle: DOOR_WORDS.recordOf(household.seq) };
}

function emptyFace(): FaceView {
  return { face: 'empty', sentence: '', detail: DOOR_WORDS.emptyDetail, action: STAFF_WORDS.back };
}
