/** What the first screen of a registration shows: who asks, why, who sees, how long, what never; and which door. */
import { plateWords } from '@domain/area/plate';
import { cardTitle, LAST_DOORS } from '@domain/building/share-card';
import type { Plate } from '@domain/census/door';
import type { OpenedCard } from '@domain/contract/building';
import type { Campaign } from '@domain/contract/session';
import { sentenceFor, type ProblemCode, type ProblemReport } from '@domain/kernel/problem';
import { readCode, sceneOf, type Carrier } from '@domain/link/scene';
import type { Channel } from '@domain/census/codes';
import { ENTRY_WORDS } from '../../../messages/census';
import { CHINESE, type Language } from '../../../messages/language';
import type { FormPlace } from '../../../services/draft';
import type { DraftLine } from '../../../services/drafts';
import { formInHand, type OutboxEntry } from '../../../services/outbox-entry';

/** The door a form is about to be filled for. */
export interface Target {
  doorId: string;
  place: FormPlace;
  plate: Plate;
  channel: Channel | undefined;
  /** A code read without network: no door is known yet of which one could ask whose it is. */
  isUnknown: boolean;
}

export type EntryFace = 'start' | 'building' | 'confirm' | 'refused' | 'closed';

/** The card of a building that somebody opened, and who opened it. */
export interface OpenedBuilding {
  card: OpenedCard;
  /** The code of a chat that this head may tie to the building; empty otherwise. */
  untiedGroup: string;
  groupWords: string;
}

export interface EntryState {
  campaign: Campaign | undefined;
  target: Target | undefined;
  building: OpenedBuilding | undefined;
  /** The plate of this person's own door; '' for whoever is bound to none. */
  home: string;
  /** The plate of the own form that the street has and nobody has confirmed yet; '' where there is none. */
  sent: string;
  hasDraft: boolean;
  isAgreed: boolean;
  isRefused: boolean;
  /** Why no door was found. */
  problem: string;
  consentProblem: string;
  drafts: readonly DraftLine[];
  language: Language;
}

export const EMPTY_ENTRY: EntryState = {
  language: CHINESE,
  campaign: undefined,
  target: undefined,
  building: undefined,
  home: '',
  sent: '',
  hasDraft: false,
  isAgreed: false,
  isRefused: false,
  problem: '',
  consentProblem: '',
  drafts: [],
};

/** The building of a card; empty words where none was opened. */
export interface BuildingView {
  title: string;
  label: string;
  done: number;
  due: number;
  home: string;
  asksGroup: string;
  groupWords: string;
}

export interface EntryView {
  face: EntryFace;
  office: string;
  phone: string;
  compound: string;
  line: string;
  ask: string;
  isBound: boolean;
  /** Lines of the notice. */
  notice: readonly { key: string; label: string; value: string }[];
  needsTick: boolean;
  isAgreed: boolean;
  startLabel: string;
  building: BuildingView;
  problem: string;
  consentProblem: string;
  drafts: readonly { key: string; label: string; value: string; editable: boolean }[];
  sentence: string;
  detail: string;
}

export function viewEntry(state: EntryState): EntryView {
  const { campaign, target, language } = state;
  const { say } = language;
  const phone = campaign?.publicPhone ?? '';
  const face = faceOf(state);
  return {
    face,
    office: campaign?.streetName ?? '',
    phone,
    ...doorOf(target, language),
    isBound: state.home !== '',
    notice: face === 'confirm' && campaign !== undefined ? noticeOf(campaign, language) : [],
    needsTick: !state.hasDraft,
    isAgreed: state.isAgreed,
    startLabel: startLabelOf(state),
    building: buildingOf(state),
    problem: say(state.problem),
    consentProblem: say(state.consentProblem),
    drafts: state.drafts.map(({ doorId, plate }) => ({
      key: doorId,
      label: plate.compound,
      value: plate.line,
      editable: true,
    })),
    ...sentencesOf(face, phone, language),
  };
}

const NO_BUILDING: BuildingView = {
  title: '',
  label: '',
  done: 0,
  due: 0,
  home: '',
  asksGroup: '',
  groupWords: '',
};

/** A façade of which no number is said: all of it lit. */
const QUIET = { handedIn: 30 - LAST_DOORS, due: 30 };

function buildingOf({ building, home, sent, language }: EntryState): BuildingView {
  if (building === undefined) return NO_BUILDING;
  const { card, untiedGroup, groupWords } = building;
  const { handedIn, due } = card.counts ?? QUIET;
  const { entry } = language.words;
  const sentOf = sent === '' ? '' : entry.sentDoor(sent);
  return {
    title: language.say(cardTitle(card)),
    label: plateWords(card.plate),
    done: handedIn,
    due,
    home: home === '' ? sentOf : entry.ownDoor(home),
    asksGroup: untiedGroup === '' ? '' : entry.askGroup(card.plate.line),
    groupWords: language.say(groupWords),
  };
}

/** The plate of the own form that the street has, as long as it may still become a home. */
export function sentPlate(entries: readonly OutboxEntry[]): string {
  return formInHand(entries)?.label ?? '';
}

function doorOf(
  target: Target | undefined,
  { say, words }: Language,
): Pick<EntryView, 'compound' | 'line' | 'ask'> {
  if (target === undefined) return { compound: '', line: '', ask: '' };
  return {
    ...target.plate,
    line: say(target.plate.line),
    ask: target.isUnknown ? '' : words.entry.ask,
  };
}

export type Reading =
  | { isOk: true; scene: string; carrier: Carrier | undefined }
  | { isOk: false; sentence: string };

/** What the camera, the launch or a person handed over, as openLink takes it. */
export function readScanned(text: string, ownLinks: readonly string[]): Reading {
  const reading = readCode(text, ownLinks);
  if (reading.verdict !== 'ok') return { isOk: false, sentence: reading.sentence };
  const { kind, token, carrier, version } = reading.code;
  const isWhole = kind !== undefined && carrier !== undefined && version !== undefined;
  return { isOk: true, scene: isWhole ? sceneOf({ kind, token, carrier, version }) : token, carrier };
}

/** How somebody came who chose a door from a list after scanning a code that names none. */
export function channelOfCarrier(carrier: string | undefined): Channel | undefined {
  if (carrier === 'p') return 'poster';
  if (carrier === 'l') return 'lift';
  return carrier === 'g' ? 'group' : undefined;
}

/** Nothing was handed in yet: what is said is how to come to the door all the same. */
const REFUSED: Readonly<Partial<Record<ProblemCode, string>>> = {
  NOT_FOUND: ENTRY_WORDS.notFound,
  OFFLINE: ENTRY_WORDS.notRead,
  DEPENDENCY_UNAVAILABLE: ENTRY_WORDS.notRead,
  INTERNAL: ENTRY_WORDS.notRead,
};

export function sentenceOfRefusedCode(problem: Pick<ProblemReport, 'code' | 'details'>): string {
  return REFUSED[problem.code] ?? sentenceFor(problem);
}

function faceOf({ campaign, target, building, isRefused }: EntryState): EntryFace {
  if (campaign?.isOpen === false) return 'closed';
  if (target === undefined) return building === undefined ? 'start' : 'building';
  return isRefused ? 'refused' : 'confirm';
}

function startLabelOf({ target, hasDraft, language }: EntryState): string {
  const { goOn, startUnknown, start } = language.words.entry;
  if (hasDraft) return goOn;
  return target?.isUnknown === true ? startUnknown : start;
}

function noticeOf({ officeName, idNumberMode }: Campaign, { words }: Language): EntryView['notice'] {
  const { entry } = words;
  return [
    { key: 'who', label: entry.who, value: officeName },
    { key: 'why', label: entry.why, value: entry.whyText },
    { key: 'whoSees', label: entry.whoSees, value: entry.whoSeesText },
    { key: 'howLong', label: entry.howLong, value: entry.howLongText },
    { key: 'never', label: entry.never, value: entry.neverText },
    { key: 'idNumber', label: entry.idLabel, value: entry.idNumber[idNumberMode] },
  ];
}

function sentencesOf(
  face: EntryFace,
  phone: string,
  { words: { entry } }: Language,
): { sentence: string; detail: string } {
  if (face === 'refused') {
    return { sentence: entry.refused, detail: entry.refusedDetail(phone) };
  }
  if (face === 'closed') return { sentence: entry.closed, detail: entry.closedDetail(phone) };
  return { sentence: entry.begin, detail: entry.beginDetail };
}
