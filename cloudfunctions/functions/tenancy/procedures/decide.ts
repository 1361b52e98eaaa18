import { plateWords } from '@domain/area/plate';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { allowed, Problem } from '@domain/kernel/problem';
import type { tenancyContract } from '@domain/contract/tenancy';
import { checkPhone } from '@domain/register/phone';
import { nextTenancyState, type TenancyState } from '@domain/tenancy/tenancy-state';
import type { ChangeContext } from '../../../kernel/context';
import { checkMoveOutDay, closeHousehold } from '../../../records/close-household';
import { doorAt, pathOf, plateOf, type DoorAtWall } from '../../../records/door-place';
import { tell } from '../../../records/messages';
import {
  askLandlords,
  closeTenancyTask,
  findLandlords,
  LANDLORD_PAGE,
  waitsForOf,
} from '../../../records/tenancies';
import type { HouseholdDocument, TenancyDocument } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { findTenancy } from '../../../repositories/tenancies';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof tenancyContract)['decide']>;
type Output = ProcedureOutput<(typeof tenancyContract)['decide']>;

const OWN_HOUSEHOLD = '/packages/home/pages/my/my';

/** The landlord's names no door: the number may be another person's. It leads to where each sees what is theirs. */
const SETTLED = {
  confirmed: {
    tenant: '网格员核实过，您是这儿的租户，不用再做什么。',
    landlord: '您回过话的那一户，网格员核实过，是您的租户。',
  },
  refused: {
    tenant: '网格员核实过，您登记的租住和房东对不上。您家的登记还在，把租住改一改就好。',
    landlord: '您回过话的那一户，网格员核实过，不是您的租户。',
  },
};

interface Case {
  readonly context: ChangeContext;
  readonly tenancy: TenancyDocument;
  readonly household: HouseholdDocument;
  readonly door: DoorAtWall;
}

/**
 * Throws VALIDATION where the number could not be one, RATE_LIMITED where it was asked today. Nobody under it, or a
 * household that has taken back what it said of its tenancy: nothing is asked, and the question stays.
 */
async function askAnother({ context, tenancy, household, door }: Case, input: Input): Promise<Output> {
  const phone = checkPhone(input.landlordPhone ?? '', { allowTestNumbers: context.allowTestNumbers });
  if (!phone.ok) throw new Problem('VALIDATION', { field: 'landlordPhone', sentence: phone.sentence });
  const isAskedToday = tenancy.state === 'asked' && dayOf(tenancy.at) === context.today;
  if (isAskedToday && tenancy.landlordKey === context.keyring.index('phone', phone.number)) {
    throw new Problem('RATE_LIMITED');
  }
  const landlordIds = await findLandlords(context, { phone: phone.number }, household);
  const isSaid = household.tenancy !== undefined;
  if (!isSaid || landlordIds.length === 0) return { state: tenancy.state, isAsked: false };
  await closeTenancyTask(context, tenancy);
  const version = tenancy.version + 1;
  const found = { landlordIds, landlordPhone: phone.number, matchedBy: 'worker' } as const;
  askLandlords(context, { household, door, version, ...found });
  return { state: 'asked', isAsked: true };
}

/** The household stays where it is and is counted; only what was said of the landlord is settled. */
async function settle(at: Case, state: TenancyState): Promise<Output> {
  const { context, tenancy } = at;
  context.write.patch('tenancies', tenancy._id, {
    version: tenancy.version + 1,
    state,
    waitsFor: waitsForOf(state),
    dueOn: '',
    decidedBy: context.caller.userId,
    decidedOn: context.today,
  });
  await closeTenancyTask(context, tenancy);
  tellBoth(at, state === 'confirmed' ? SETTLED.confirmed : SETTLED.refused);
  return { state, isAsked: false };
}

/**
 * Tenants, and landlords who have said something: of whom nobody heard, nobody knows that they are asked rightly. A landlord who has
 * come to live with the tenants hears it as one of them.
 */
function tellBoth({ context, tenancy, household }: Case, notes: Record<'tenant' | 'landlord', string>): void {
  const { accounts } = household;
  const heard = tenancy.answer === undefined ? [] : tenancy.landlordIds;
  const landlords = heard.filter((userId) => !accounts.includes(userId));
  const door = plateWords(plateOf(household.address));
  const readers = [
    ...accounts.map((userId) => ({
      userId,
      note: `${door}：${notes.tenant}`,
      link: OWN_HOUSEHOLD,
    })),
    ...landlords.map((userId) => ({ userId, note: notes.landlord, link: LANDLORD_PAGE })),
  ];
  for (const { userId, note, link } of readers) {
    tell(context, { userId, kind: 'tenancySettled', values: { place: '', note }, link });
  }
}

async function moveOut({ context, household, door }: Case, on: string | undefined): Promise<Output> {
  checkMoveOutDay(context, on);
  await closeHousehold(context, { household, door }, on);
  return { state: 'ended', isAsked: false };
}

async function carryOut(at: Case, input: Input, state: TenancyState): Promise<Output> {
  if (input.verdict === 'ask') return askAnother(at, input);
  return input.verdict === 'movedOut' ? moveOut(at, input.movedOutOn) : settle(at, state);
}

/** Nobody settles what is said of the own household, or as a landlord. */
function checkNotOwn({ context, tenancy, household }: Case): void {
  const own = [...tenancy.landlordIds, ...household.accounts];
  if (own.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
}

export async function decide(context: ChangeContext, input: Input): Promise<Output> {
  const tenancy = await findTenancy(context.store, input.tenancyId);
  if (tenancy === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(tenancy));
  const state = allowed(nextTenancyState(tenancy.state, `settle.${input.verdict}`), tenancy.state);
  if (tenancy.version !== input.version) throw new Problem('STALE_VERSION', { version: tenancy.version });
  const household = await findHousehold(context.store, tenancy._id);
  if (household === undefined) throw new Problem('NOT_FOUND');
  const door = doorAt(await findWall(context.store, tenancy.unitId), tenancy.doorId);
  const at: Case = { context, tenancy, household, door };
  checkNotOwn(at);

  const output = await carryOut(at, input, state);
  const { buildingId, gridId, compoundId, communityId } = tenancy;
  context.record({
    objects: [tenancy._id],
    subjects: [tenancy._id],
    fields: [input.verdict],
    place: { buildingId, gridId, compoundId, communityId },
    countsMoved: input.verdict === 'movedOut',
  });
  return output;
}
