import { plateWords } from '@domain/area/plate';
import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { allowed, Problem } from '@domain/kernel/problem';
import type { tenancyContract } from '@domain/contract/tenancy';
import { nextTenancyState, type LandlordAnswer } from '@domain/tenancy/tenancy-state';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, pathOf } from '../../../records/door-place';
import { mayAnswer } from '../../../records/late-landlord';
import { tell } from '../../../records/messages';
import { openTask } from '../../../records/tasks';
import { closeTenancyTask, landlordProof, waitsForOf } from '../../../records/tenancies';
import type { HouseholdDocument, TenancyDocument } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { findTenancy } from '../../../repositories/tenancies';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof tenancyContract)['answer']>;
type Output = ProcedureOutput<(typeof tenancyContract)['answer']>;

/** What the tenants hear; a dispute is settled face to face and not over the inbox. */
const WORDS: Readonly<Record<LandlordAnswer, string>> = {
  yes: '房东说对，登记好了。',
  no: '网格员会来问一问，不用着急。',
  movedOut: '网格员会来问一问，不用着急。',
};
const TASK_DAYS = 3;

/** A yes needs nobody else; everything else is a worker's to find out. */
async function passOn(context: ChangeContext, tenancy: TenancyDocument, word: LandlordAnswer): Promise<void> {
  if (word === 'yes') {
    await closeTenancyTask(context, tenancy);
    return;
  }
  const door = doorAt(await findWall(context.store, tenancy.unitId), tenancy.doorId);
  const dueOn = addDays(context.today, TASK_DAYS);
  openTask(context, { kind: 'tenancy', door, subjectId: tenancy._id, dueOn });
}

function tellTenants(
  context: ChangeContext,
  { plate }: TenancyDocument,
  { household, word }: { readonly household: HouseholdDocument | undefined; readonly word: LandlordAnswer },
): void {
  const place = plateWords(plate);
  for (const userId of household?.accounts ?? []) {
    tell(context, { userId, kind: 'tenancyAnswered', values: { place, note: WORDS[word] } });
  }
}

/**
 * Throws NOT_FOUND where the caller was not asked, or does not hold the number that was named; EXPIRED where that was shown too
 * long ago.
 */
async function checkLandlord(
  context: ChangeContext,
  {
    tenancy,
    household,
  }: { readonly tenancy: TenancyDocument; readonly household: HouseholdDocument | undefined },
  proof: string,
): Promise<void> {
  context.permit({ about: await mayAnswer(context, tenancy, household) });
  const reading = landlordProof(context, tenancy, proof);
  if (reading === 'held') return;
  throw new Problem(reading === 'expired' ? 'EXPIRED' : 'NOT_FOUND');
}

/** Yes, no, or moved out: three words, and none of them removes anybody. */
export async function answer(
  context: ChangeContext,
  { tenancyId, version, word, proof }: Input,
): Promise<Output> {
  const tenancy = await findTenancy(context.store, tenancyId);
  if (tenancy === undefined) throw new Problem('NOT_FOUND');
  const household = await findHousehold(context.store, tenancyId);
  await checkLandlord(context, { tenancy, household }, proof);
  const state = allowed(nextTenancyState(tenancy.state, word), tenancy.state);
  if (tenancy.version !== version) throw new Problem('STALE_VERSION', { version: tenancy.version });

  const isFirstHeard = tenancy.landlordIds.length === 0;
  context.write.patch('tenancies', tenancyId, {
    version: version + 1,
    state,
    waitsFor: waitsForOf(state),
    dueOn: '',
    answer: { word, on: context.today },
    ...(isFirstHeard ? { landlordIds: [context.caller.userId], matchedBy: 'tenant' } : {}),
  });
  await passOn(context, tenancy, word);
  tellTenants(context, tenancy, { household, word });
  const { buildingId, gridId, compoundId, communityId } = pathOf(tenancy);
  context.record({
    objects: [tenancyId],
    subjects: [tenancyId],
    fields: ['tenancy'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { state };
}
