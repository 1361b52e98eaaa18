/** A form that is being filled on this phone, as it is kept. */
import type { Channel, VerifyWay } from '@domain/census/codes';
import type { Plate } from '@domain/census/door';
import type { HouseholdFormDraft } from '@domain/census/form-draft';
import type { HouseholdForm } from '@domain/census/household-form';
import type { HouseholdChange } from '@domain/census/worker-fields';

/** Which door the form is for, as submitForm takes it. */
export type FormPlace =
  | { by: 'scene'; scene: string }
  | { by: 'ticket'; ticket: string }
  | { by: 'door'; doorId: string }
  | { by: 'invitation'; invitationId: string }
  | { by: 'form'; formId: string };

/** A form that a worker fills on a visit, from a route pack. */
export interface DraftVisit {
  pack: string;
  /** The household that is corrected, and its answers as the pack showed them; absent for a first answer. */
  householdId: string | undefined;
  shown: HouseholdForm | undefined;
  /** Corrections that wait on this phone and whose answers stand in `shown`. */
  after?: readonly string[];
  startedAt: number;
  /** How it was made sure of, and why a household that has answered is corrected. */
  verifyWay?: VerifyWay;
  change?: HouseholdChange;
}

export interface Draft {
  doorId: string;
  place: FormPlace;
  plate: Plate;
  consent: { given: boolean; noticeVersion: string };
  answers: HouseholdFormDraft;
  /** How the person came to this door, where the code says it and the ticket does not. */
  channel: Channel | undefined;
  /** The seat it is sent under; 'nobody' for a form by code. */
  actAs: string;
  /** Version a correction starts from. */
  baseVersion: number | undefined;
  /** Id of the question that stands on the screen; '' is the first. */
  question: string;
  visit?: DraftVisit;
  /** How often an answer was changed: a count for a visit, and nothing of what was changed (A3-9). */
  edits?: number;
  /** Made before the first send; a change of an answer takes it away again. */
  opId: string | undefined;
  savedAt: number;
  /** Filled on a household's word: UTC ms until which it may be handed in. It stays on this phone until then. */
  aloudUntil?: number;
}

/** The quarter of an hour of a form that is filled on a household's word is over; what was typed is not. */
export function isOverdue({ aloudUntil }: Pick<Draft, 'aloudUntil'>, now: number): boolean {
  return aloudUntil !== undefined && now >= aloudUntil;
}

/** The page that looks what became elsewhere of a draft, and of a form that was handed in. */
export const RESUME_PAGE = '/packages/home/pages/resume/resume';
const FORM_PAGE = '/pages/census/form/form';

/** Where a draft that was refused, or came too late, is gone on with. */
export function pageOfDraft({ doorId, place, ...draft }: Draft, now: number): string {
  if (isOverdue(draft, now)) return `/packages/building/pages/help-fill/help-fill?door=${doorId}`;
  return `${place.by === 'form' ? RESUME_PAGE : FORM_PAGE}?door=${doorId}`;
}

/** Goes on with a draft. A phone that cannot load that page now opens the form itself: what was typed is here. */
export function goOnWithDraft(doorId: string): void {
  const query = `?door=${doorId}`;
  wx.navigateTo({
    url: RESUME_PAGE + query,
    fail: () => {
      void wx.navigateTo({ url: FORM_PAGE + query });
    },
  });
}
