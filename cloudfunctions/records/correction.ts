/**
 * A correction made without network, beside what others saved meanwhile (reliability.md §4): part by part, and whatever does not
 * come to stand is kept as a conflict, so that no value is lost and nobody is overwritten unseen.
 */
import { differingParts, partsOf, partsOfChanges, withParts, type Parts } from '@domain/census/answer-parts';
import type { HouseholdChanges } from '@domain/census/household-changes';
import type { HouseholdForm } from '@domain/census/household-form';
import { needsGuardian } from '@domain/census/form-rules';
import type { FormRules } from '@domain/census/form-draft';
import { settle, type Claim } from '@domain/census/merge';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import type { FieldStamp, HouseholdDocument } from '../repositories/documents';
import { checkAnswers, withOwnReasons } from './form-checks';
import { stampOf } from './stamps';
import { withStoredNumbers } from './unseen-answers';

export interface Arriving {
  readonly household: HouseholdDocument;
  /** The household's answers as they stand. */
  readonly stored: HouseholdForm;
  /** As the register keeps answers. */
  readonly changes: HouseholdChanges;
  readonly baseVersion: number;
  /** Earlier corrections of the same phone that it was made over. */
  readonly after?: readonly string[] | undefined;
  readonly stamp: FieldStamp;
}

export interface Merged {
  readonly form: HouseholdForm;
  /** Parts that the correction changed. */
  readonly parts: readonly string[];
  /** Claims that stand beside the shown ones from now on. */
  readonly others: readonly Claim[];
}

function claimsOf({ household, stored, changes, baseVersion, after, stamp }: Arriving): [Claim, Claim][] {
  const current = partsOf(stored);
  const sent = partsOfChanges(changes);
  return differingParts(Object.fromEntries(Object.keys(sent).map((part) => [part, current[part]])), sent).map(
    (part) => [
      { part, value: current[part] ?? null, base: 0, ...stampOf(household, part) },
      { part, value: sent[part] ?? null, base: baseVersion, after, ...stamp },
    ],
  );
}

function formWith({ stored, changes }: Arriving, shown: Parts, rules: FormRules): HouseholdForm {
  const form = {
    ...withParts(stored, shown),
    reasons: { ...stored.reasons, ...changes.reasons },
    guardianConsent: changes.guardianConsent ?? needsGuardian(stored),
  };
  return withOwnReasons(form, rules);
}

/**
 * What stands once the correction has arrived. Where others changed the household meanwhile and the two do not fit together, all
 * of the correction becomes conflicts: each was right by itself, and only a person can say which holds.
 */
export function mergeCorrection(context: ChangeContext, arriving: Arriving, rules: FormRules): Merged {
  const claims = claimsOf(arriving);
  const settled = claims.map(([current, sent]) => settle(current, sent));
  const shown = settled.filter((one) => one.shown.opId === context.opId).map((one) => one.shown);
  const form = formWith(arriving, Object.fromEntries(shown.map(({ part, value }) => [part, value])), rules);
  try {
    checkAnswers(withStoredNumbers(context.keyring, form, arriving.household), rules);
  } catch (error) {
    const isApart = arriving.baseVersion < arriving.household.version;
    if (!(error instanceof Problem) || error.code !== 'VALIDATION' || !isApart) throw error;
    return { form: arriving.stored, parts: [], others: claims.map(([, sent]) => sent) };
  }
  return {
    form,
    parts: shown.map(({ part }) => part),
    others: settled.flatMap(({ other }) => (other === undefined ? [] : [other])),
  };
}
