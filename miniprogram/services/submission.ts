/** From a finished draft to the outbox: the one way in which a form leaves the phone. */
import { plateWords } from '@domain/area/plate';
import type { censusContract } from '@domain/contract/census';
import { changesBetween } from '@domain/census/changes-between';
import type { HouseholdForm } from '@domain/census/household-form';
import { RECORD_WORDS } from '../messages/census';
import { now } from './clock';
import { dropFromCloud } from './cloud-draft';
import type { Draft, DraftVisit } from './draft';
import { removeDraft, saveDraft } from './drafts';
import { newOpId } from './new-op-id';
import { flushOutbox, keepEntry, putInOutbox, type NewEntry } from './outbox';
import type { OutboxEntry } from './outbox-entry';

type SubmitInput = Parameters<typeof putInOutbox<typeof censusContract, 'submitForm'>>[0]['input'];

/** Two hours: a form that lay open longer was not being filled. */
const SECONDS_MAX = 7200;
/** As many as a record may tell of. */
export const EDITS_MAX = 999;

/**
 * Stores the operation id with the draft, then the outbox entry, and only then lets the draft go: a phone may die between any
 * two steps. Answers as soon as the form cannot be lost; sending goes on behind it.
 */
export async function handIn(draft: Draft, form: HouseholdForm): Promise<OutboxEntry> {
  const opId = draft.opId ?? (await newOpId());
  await saveDraft({ ...draft, opId });
  const common = {
    opId,
    actAs: draft.actAs,
    group: `door:${draft.doorId}`,
    label: plateWords(draft.plate),
    origin: draft,
  };
  const entry =
    draft.visit === undefined
      ? await putInOutbox<typeof censusContract, 'submitForm'>({
          ...common,
          name: 'census',
          procedure: 'submitForm',
          input: inputOf(draft, form),
        })
      : await keepEntry({ ...common, ...visitRecord(draft, draft.visit, form) });
  await dropFromCloud(draft);
  await removeDraft(draft.doorId);
  void flushOutbox('now');
  return entry;
}

/** What a worker collected: the first answer of a door, or what was changed of a household that the route pack showed. */
function visitRecord(
  { doorId, consent, baseVersion = 0, edits = 0 }: Draft,
  { pack, householdId, shown, after, startedAt, verifyWay, change }: DraftVisit,
  form: HouseholdForm,
): Pick<NewEntry, 'name' | 'procedure' | 'isBatched' | 'input' | 'what'> {
  const seconds = Math.min(SECONDS_MAX, Math.max(0, Math.round((now() - startedAt) / 1000)));
  const common = { doorId, consent, verifyWay, paradata: { seconds, edits: Math.min(EDITS_MAX, edits) } };
  const isCorrection = householdId !== undefined && shown !== undefined;
  const content = isCorrection
    ? {
        kind: 'correction',
        record: { ...common, householdId, baseVersion, after, change, changes: changesBetween(shown, form) },
      }
    : { kind: 'filing', record: { ...common, form } };
  const what = isCorrection ? RECORD_WORDS.correction : RECORD_WORDS.filing;
  return { name: 'visit', procedure: 'syncBatch', isBatched: true, input: { pack, ...content }, what };
}

function inputOf({ place, consent, channel, baseVersion }: Draft, form: HouseholdForm): SubmitInput {
  return { place, form, consent, channel, baseVersion };
}
