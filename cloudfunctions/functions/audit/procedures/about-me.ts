import { decodeCursor, PAGE_SIZE_MAX, pageOf, nextOf } from '@domain/kernel/page';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { auditContract } from '@domain/contract/audit';
import type { ReadContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import type { AuditDocument, EventDocument, HouseholdDocument } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { trailOf } from '../../../repositories/trail';

type Input = ProcedureParsed<(typeof auditContract)['aboutMe']>;
type Output = ProcedureOutput<(typeof auditContract)['aboutMe']>;

function viewRecord({ _id, at, audit }: EventDocument | AuditDocument): Output['looks'][number] {
  const { actAs, action, fields, reason } = audit;
  return {
    id: _id,
    at,
    role: actAs,
    act: action,
    fields: [...fields],
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What befell all of a compound or street before the household was in the register is not about it. */
function concerns(
  { at, subjects }: EventDocument | AuditDocument,
  { _id, formIds, filledOn, confirmedOn = filledOn }: HouseholdDocument,
): boolean {
  return subjects.some((id) => id === _id || formIds.includes(id)) || dayOf(at) >= confirmedOn;
}

/** The household's own trail: role, act, fields and reason; who exactly it was is the auditor's to see. */
export async function aboutMe(context: ReadContext, { householdId, cursor }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  const last = cursor === undefined ? undefined : decodeCursor(cursor);
  if (cursor !== undefined && typeof last?.sort !== 'number') {
    throw new Problem('VALIDATION', { field: 'cursor' });
  }
  const before = last === undefined ? undefined : { at: Number(last.sort), id: last.id };
  const trail = await trailOf(context.store, household, before);
  const rows = trail.filter((row) => concerns(row, household));
  const page = pageOf(rows, PAGE_SIZE_MAX, ({ at, _id }) => ({ sort: at, id: _id }));
  return { looks: page.rows.map(viewRecord), ...nextOf(page) };
}
