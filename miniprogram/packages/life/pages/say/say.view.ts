/** What the page asks and what stands on it already. */
import type { PublicIssue } from '@domain/contract/issue';
import { PICTURES_MAX } from '@domain/kernel/picture';
import { SAY_WORDS } from '../../../../messages/issue';
import { boardCard, type BoardCard } from '../../services/issue-views';
import type { SayDraft } from '../../services/say-draft';

interface Tile {
  value: string;
  label: string;
  hint?: string;
}

export interface SayView {
  step: 'write' | 'similar' | 'done';
  where: readonly Tile[];
  chosenWhere: string;
  kind: string;
  text: string;
  spot: string;
  pictures: string;
  canAddPicture: boolean;
  who: readonly string[];
  /** At the door of a visit: in whose name. */
  isVisit: boolean;
  raisers: readonly Tile[];
  raisedBy: string;
  phone: string;
  similar: readonly BoardCard[];
  title: string;
  detail: string;
  action: string;
  second: string;
}

export interface SayState {
  draft: SayDraft;
  hasHome: boolean;
  similar: readonly PublicIssue[];
}

const HOME_TILES: readonly Tile[] = [
  { value: 'home', label: SAY_WORDS.home },
  { value: 'compound', label: SAY_WORDS.compound },
];

function whereTiles({ hasHome, draft }: SayState): Tile[] {
  const code = draft.scene === '' ? SAY_WORDS.scan : SAY_WORDS.scanned;
  return [
    ...(hasHome ? HOME_TILES : []),
    { value: 'scene', label: code },
    ...(hasHome ? [{ value: 'outside', label: SAY_WORDS.outside }] : []),
  ];
}

/** A code that nobody scanned names no place. */
function chosenWhere({ where, scene }: SayDraft): string {
  return where === 'scene' && scene === '' ? '' : where;
}

function raisersOf({ householdId }: SayDraft): Tile[] {
  const { household, phone, self } = SAY_WORDS;
  return [
    ...(householdId === '' ? [] : [{ value: 'household', label: household }]),
    { value: 'phone', label: phone },
    { value: 'worker', label: self },
  ];
}

/** What is said once the text has arrived: pictures may still be on their way. */
function endOf({
  sent,
  pictures,
  doorId,
}: SayDraft): Pick<SayView, 'title' | 'detail' | 'action' | 'second'> {
  const { doneTitle, doneDetail, picturesLeft, retryPictures, leavePictures } = SAY_WORDS;
  const { toMine, toDoor, toBoard: second } = SAY_WORDS;
  if (sent === null) return { title: '', detail: '', action: '', second };
  const title = doneTitle(sent.number);
  if (pictures.length > 0) {
    return { title, detail: picturesLeft, action: retryPictures, second: leavePictures };
  }
  return { title, detail: doneDetail(sent.handler), action: doorId === '' ? toMine : toDoor, second };
}

function stepOf({ draft, similar }: SayState): SayView['step'] {
  if (draft.sent !== null) return 'done';
  return similar.length > 0 ? 'similar' : 'write';
}

export function viewSay(state: SayState): SayView {
  const { draft, similar } = state;
  const { kind, text, spot, pictures, isAnonymous, isStreetOnly } = draft;
  return {
    step: stepOf(state),
    where: whereTiles(state),
    chosenWhere: chosenWhere(draft),
    kind,
    text,
    spot,
    pictures: pictures.length === 0 ? '' : SAY_WORDS.pictures(pictures.length),
    canAddPicture: pictures.length < PICTURES_MAX,
    who: [...(isAnonymous ? ['anonymous'] : []), ...(isStreetOnly ? ['streetOnly'] : [])],
    isVisit: draft.doorId !== '',
    raisers: draft.doorId === '' ? [] : raisersOf(draft),
    raisedBy: draft.raisedBy,
    phone: draft.phone,
    similar: similar.map(boardCard),
    ...endOf(draft),
  };
}

export const WHO_TILES = [
  { value: 'anonymous', label: SAY_WORDS.anonymous, hint: SAY_WORDS.anonymousHint },
  { value: 'streetOnly', label: SAY_WORDS.streetOnly, hint: SAY_WORDS.streetOnlyHint },
];
