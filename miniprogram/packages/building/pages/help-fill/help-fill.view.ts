/** Filling for a neighbour: what is read aloud, who fills, and what is left of an earlier quarter of an hour. */
import { relationWords } from '@domain/codes/tables';
import type { Campaign } from '@domain/contract/session';
import { nameSentence } from '@domain/register/person-name';
import { HELP_FILL_WORDS } from '../../../../messages/building';
import { isOverdue, type Draft } from '../../../../services/draft';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import type { HeadDoorView } from '../door/door.view';

export interface HelpFillView extends FaceView {
  compound: string;
  line: string;
  /** What the household hears before it agrees. */
  aloud: readonly string[];
  /** What was typed here before, and whether its time still runs; '' where nothing was. */
  kept: string;
  isRunning: boolean;
}

/** Mostly a neighbour, who is none of the family; a head whose own kin lives in the building says so. */
const NO_KIN = '9';
export const RELATIONS = [NO_KIN, '1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({
  value,
  label: value === NO_KIN ? HELP_FILL_WORDS.neighbour : relationWords(value),
}));

export const NO_HELP: HelpFillView = {
  ...CONTENT,
  compound: '',
  line: '',
  aloud: [],
  kept: '',
  isRunning: false,
};

export interface HelpFillState {
  /** The door as its building head sees it. */
  at: HeadDoorView;
  campaign: Campaign | undefined;
  draft: Draft | undefined;
  now: number;
}

interface Said {
  name: string;
  relation: string;
  isAgreed: boolean;
}

/** What is missing before the filling starts, in the order of the page: by its field, in one sentence each. */
export type Missing = Partial<Record<'consent' | 'name' | 'relation', string>>;

export function missingOf({ name, relation, isAgreed }: Said): Missing {
  const { consentMissing, nameMissing, relationMissing } = HELP_FILL_WORDS;
  const nameWrong = nameSentence(name, nameMissing);
  return {
    ...(isAgreed ? {} : { consent: consentMissing }),
    ...(nameWrong === undefined ? {} : { name: nameWrong }),
    ...(relation === '' ? { relation: relationMissing } : {}),
  };
}

export function viewHelpFill({ at, campaign, draft, now }: HelpFillState): HelpFillView {
  const { face, sentence, detail, action, compound, line } = at;
  const isBegun = draft?.aloudUntil !== undefined;
  const isRunning = isBegun && !isOverdue(draft, now);
  const kept = isRunning ? HELP_FILL_WORDS.running : HELP_FILL_WORDS.over;
  return {
    ...{ face, sentence, detail, action, compound, line },
    aloud: HELP_FILL_WORDS.aloud(campaign?.officeName ?? '', campaign?.publicPhone ?? ''),
    kept: isBegun ? kept : '',
    isRunning,
  };
}
