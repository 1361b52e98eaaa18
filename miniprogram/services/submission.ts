/** From a finished draft to the outbox: the one way in which a form leaves the phone. */
import type { censusContract } from '@domain/contract/census';
import type { HouseholdForm } from '@domain/census/household-form';
import { removeDraft, saveDraft, type Draft } from './drafts';
import { newOpId } from './new-op-id';
import { flushOutbox, putInOutbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';

type SubmitInput = Parameters<typeof putInOutbox<typeof censusContract, 'submitForm'>>[0]['input'];

/**
 * Stores the operation id with the draft, then the outbox entry, and only then lets the draft go: a phone may die between any
 * two steps. Answers as soon as the form cannot be lost; sending goes on behind it.
 */
export async function handIn(draft: Draft, form: HouseholdForm): Promise<OutboxEntry> {
  const opId = draft.opId ?? (await newOpId());
  await saveDraft({ ...draft, opId });
  const entry = await putInOutbox<typeof censusContract, 'submitForm'>({
    opId,
    name: 'census',
    procedure: 'submitForm',
    input: inputOf(draft, form),
    actAs: draft.actAs,
    group: `door:${draft.doorId}`,
    label: `${draft.plate.compound} ${draft.plate.line}`,
    origin: draft,
  });
  await removeDraft(draft.doorId);
  void flushOutbox('now');
  return entry;
}

function inputOf({ place, consent, channel, baseVersion }: Draft, form: HouseholdForm): SubmitInput {
  return {
    place,
    form,
    consent,
    ...(channel === undefined ? {} : { channel }),
    ...(baseVersion === undefined ? {} : { baseVersion }),
  };
}
