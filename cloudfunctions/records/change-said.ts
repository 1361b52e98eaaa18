/** Why answers that stood are said otherwise, and from which day: the history keeps it beside what stood before. */
import { CHANGE_KINDS } from '@domain/census/codes';
import type { HouseholdChange } from '@domain/census/worker-fields';
import { isDay } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';

type Today = Pick<ChangeContext, 'today'>;

/** A change that its own act names. */
export function changedToday({ today }: Today, kind: keyof typeof CHANGE_KINDS): HouseholdChange {
  return { kind: CHANGE_KINDS[kind], effectiveOn: today };
}

/** As staff says it, else 更正 of today. Throws VALIDATION for a change that has not come about yet. */
export function changeSaid(context: Today, said: HouseholdChange | undefined): HouseholdChange {
  if (said === undefined) return changedToday(context, 'corrected');
  if (isDay(said.effectiveOn) && said.effectiveOn <= context.today) return said;
  throw new Problem('VALIDATION', { field: 'change.effectiveOn', sentence: '日期还没到' });
}
