/** What the first screen of a registration shows: who asks, why, who sees, how long, what never; and which door. */
import { plateWords } from '@domain/area/plate';
import { cardTitle, LAST_DOORS } from '@domain/building/share-card';
import type { Plate } from '@domain/census/door';
import type { OpenedCard } from '@domain/contract/building';
import type { Campaign } from '@domain/contract/session';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { readCode, sceneOf, type Carrier } from '@domain/link/scene';
import type { Channel } from '@domain/census/codes';
import { ENTRY_WORDS } from '../../../messages/census';
import type { FormPlace } from '../../../services/draft';
import type { DraftLine } from '../../../services/drafts';

/** The door a form is about to be filled for. */
export interface Target {
  doorId: string;
  place: FormPlace;
  plate: Plate;
  channel: Channel | undefined;
  /** The person chose the door from a list and need not be asked whether it is theirs. */
  isPicked: boolean;
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
  /** The plate of this person's own door. */
  home: string;
  hasDraft: boolean;
  isBound: boolean;
  isAgreed: boolean;
  isRefused: boolean;
  /** Why no door was found. */
  problem: string;
  consentProblem: string;
  drafts: readonly DraftLine[];
}

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
  const { campaign, target } = state;
  const phone = campaign?.publicPhone ?? '';
  const face = faceOf(state);
  return {
    face,
    office: campaign?.streetName ?? '',
    phone,
    ...doorOf(target),
    isBound: state.isBound,
    notice: face === 'confirm' && campaign !== undefined ? noticeOf(campaign) : [],
    needsTick: !state.hasDraft,
    isAgreed: state.isAgreed,
    startLabel: startLabelOf(state),
    building: buildingOf(state),
    problem: state.problem,
    consentProblem: state.consentProblem,
    drafts: state.drafts.map(({ doorId, plate }) => ({
      key: doorId,
      label: plate.compound,
      value: plate.line,
      editable: true,
    })),
    ...sentencesOf(face, phone),
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

function buildingOf({ building, home }: EntryState): BuildingView {
  if (building === undefined) return NO_BUILDING;
  const { card, untiedGroup, groupWords } = building;
  const { handedIn, due } = card.counts ?? QUIET;
  return {
    title: cardTitle(card),
    label: plateWords(card.plate),
    done: handedIn,
    due,
    home: home === '' ? '' : ENTRY_WORDS.ownDoor(home),
    asksGroup: untiedGroup === '' ? '' : ENTRY_WORDS.askGroup(card.plate.line),
    groupWords,
  };
}

function doorOf(target: Target | undefined): Pick<EntryView, 'compound' | 'line' | 'ask'> {
  if (target === undefined) return { compound: '', line: '', ask: '' };
  return { ...target.plate, ask: target.isPicked ? '' : ENTRY_WORDS.ask };
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

export function sentenceOfRefusedCode(problem: ProblemReport): string {
  if (problem.code === 'NOT_FOUND') return ENTRY_WORDS.notFound;
  return sentenceFor(problem);
}

function faceOf({ campaign, target, building, isRefused }: EntryState): EntryFace {
  if (campaign?.isOpen === false) return 'closed';
  if (target === undefined) return building === undefined ? 'start' : 'building';
  return isRefused ? 'refused' : 'confirm';
}

function startLabelOf({ target, hasDraft }: EntryState): string {
  if (hasDraft) return ENTRY_WORDS.goOn;
  return target?.isPicked === true ? ENTRY_WORDS.startPicked : ENTRY_WORDS.start;
}

function noticeOf({ officeName, idNumberMode }: Campaign): EntryView['notice'] {
  return [
    { key: 'who', label: ENTRY_WORDS.who, value: officeName },
    { key: 'why', label: ENTRY_WORDS.why, value: ENTRY_WORDS.whyText },
    { key: 'whoSees', label: ENTRY_WORDS.whoSees, value: ENTRY_WORDS.whoSeesText },
    { key: 'howLong', label: ENTRY_WORDS.howLong, value: ENTRY_WORDS.howLongText },
    { key: 'never', label: ENTRY_WORDS.never, value: ENTRY_WORDS.neverText },
    { key: 'idNumber', label: ENTRY_WORDS.idLabel, value: ENTRY_WORDS.idNumber[idNumberMode] },
  ];
}

function sentencesOf(face: EntryFace, phone: string): { sentence: string; detail: string } {
  if (face === 'refused') {
    return { sentence: ENTRY_WORDS.refused, detail: ENTRY_WORDS.refusedDetail(phone) };
  }
  if (face === 'closed') return { sentence: ENTRY_WORDS.closed, detail: ENTRY_WORDS.closedDetail(phone) };
  return { sentence: ENTRY_WORDS.begin, detail: ENTRY_WORDS.beginDetail };
}
