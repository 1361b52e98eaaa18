/** One household that a worker stands by: what is on record, and the few things that only workers write. */
import { isMinor } from '@domain/census/age-band';
import {
  AREA_MAX_DM2,
  AREA_MIN_DM2,
  PROPERTY_KIND_CODES,
  type CHOSEN_VERIFY_WAYS,
} from '@domain/census/codes';
import { ageBandTable, relationWords } from '@domain/codes/tables';
import type { HouseholdView } from '@domain/contract/census';
import { momentWords } from '@domain/kernel/day';
import { childWords } from '@domain/register/masking';
import { VERIFY_WORDS } from '../../../../messages/verify';
import { KNOCK_WORDS } from '../../../../messages/visit';
import type { Line } from '../../../../pages/census/review/review.view';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { answeredLines } from '../../answer-lines';
import { compareForms, type CompareRow } from '../door/compare-forms';
import type { DoorAnswer } from '../door/door-answer';

interface PersonRow {
  key: string;
  who: string;
  label: string;
  /** The month as it was just picked; '' where none was. */
  picked: string;
}

export interface VerifyView extends FaceView {
  compound: string;
  line: string;
  lines: readonly Line[];
  people: readonly PersonRow[];
  hasPicked: boolean;
  /** What somebody changed while the page stood open. */
  compare: readonly CompareRow[];
  /** Of when it is, where there is no network. */
  stale: string;
}

export const NO_HOUSEHOLD: VerifyView = {
  ...CONTENT,
  ...{ compound: '', line: '', lines: [], people: [], hasPicked: false, compare: [], stale: '' },
};

export interface VerifyCase {
  door: DoorAnswer;
  household: HouseholdView;
  /** Moment of the route pack it is shown from; 0 when it was just asked for. */
  packedAt: number;
  /** As it was when the page was opened, where that was another version. */
  before: HouseholdView | undefined;
  births: Readonly<Record<string, string>>;
}

function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

function peopleOf({ household, births }: VerifyCase): PersonRow[] {
  return household.form.members.map(({ key, relation, ageBand, name = '' }) => {
    const who = isMinor(ageBand)
      ? childWords(ageBandTable.labelOf(ageBand))
      : `${relationWords(relation)} ${name}`.trim();
    const picked = births[key] ?? '';
    const kept = household.facts?.births.find((birth) => birth.key === key)?.month;
    const month = picked === '' ? (kept ?? VERIFY_WORDS.noBirth) : monthWords(picked);
    return { key, who, label: VERIFY_WORDS.birthOf(who, month), picked };
  });
}

export function viewVerify(at: VerifyCase): VerifyView {
  const { door, household, before, births, packedAt } = at;
  return {
    ...NO_HOUSEHOLD,
    ...door.plate,
    lines: answeredLines(household.form),
    people: peopleOf(at),
    hasPicked: Object.keys(births).length > 0,
    stale: packedAt === 0 ? '' : KNOCK_WORDS.fromPack(momentWords(packedAt)),
    compare: before === undefined ? [] : compareForms(before.form, household.form),
  };
}

/** Square metres as they are typed, in 0.01 m²; undefined for an empty box, NaN for what cannot be. */
export function areaOf(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const area = Math.round(Number(text.trim()) * 100);
  return area >= AREA_MIN_DM2 && area <= AREA_MAX_DM2 ? area : Number.NaN;
}

interface Said {
  verifyWay: (typeof CHOSEN_VERIFY_WAYS)[number];
  /** 0 where none is chosen. */
  propertyKind: number;
  area: string;
  note: string;
}

/** What is sent: what was left alone is left out. */
export function inputOf({ household, births }: VerifyCase, said: Said) {
  const { id, version, facts } = household;
  const note = said.note.trim();
  const propertyKind = PROPERTY_KIND_CODES.find((code) => code === said.propertyKind);
  const areaDm2 = areaOf(said.area);
  const written = Object.entries(births).map(([key, month]) => ({ key, month }));
  return {
    ...{ householdId: id, version, verifyWay: said.verifyWay },
    ...(propertyKind === undefined ? {} : { propertyKind }),
    ...(areaDm2 === undefined ? {} : { areaDm2 }),
    ...(written.length === 0 ? {} : { births: written, isAgreed: true }),
    ...(note === (facts?.note ?? '') ? {} : { note }),
  };
}
