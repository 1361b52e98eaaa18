/** A declared tenancy becomes a question: to the landlord where one is found, otherwise to the worker. */
import { HEAD } from '@domain/census/relation';
import { isMinor } from '@domain/census/age-band';
import { addDays } from '@domain/kernel/calendar';
import { dayWords } from '@domain/kernel/day';
import { LANDLORD_DAYS } from '@domain/tenancy/tenancy';
import type { TenancyState } from '@domain/tenancy/tenancy-state';
import type { ChangeContext } from '../kernel/context';
import type { HouseholdDocument, TaskDocument, TenancyDocument } from '../repositories/documents';
import { householdsWithKey } from '../repositories/households';
import { findTenancy } from '../repositories/tenancies';
import type { ProofReading } from '../vault/ticket';
import { pathOf, plateOf, type DoorAtWall } from './door-place';
import { tell } from './messages';
import { openTenancy } from './sealed-tenancy';
import { closeTask, openTask, taskId } from './tasks';

const LANDLORDS_MAX = 3;
export const LANDLORD_PAGE = '/packages/home/pages/asked/asked';

/** For whom a tenancy in this state waits. */
export function waitsForOf(state: TenancyState): TenancyDocument['waitsFor'] {
  if (state === 'asked') return 'landlord';
  return state === 'confirmed' || state === 'refused' || state === 'ended' ? 'nobody' : 'worker';
}

/**
 * Whether this person holds the number under which the landlord was found. A household's number is what somebody typed: to be
 * reached under it is no more than a reason to be asked.
 */
export function landlordProof(
  { caller, keyring, now }: Pick<ChangeContext, 'caller' | 'keyring' | 'now'>,
  { landlordKey }: Pick<TenancyDocument, 'landlordKey'>,
  proof = '',
): ProofReading {
  if (landlordKey === undefined) return undefined;
  return keyring.readNumber(proof, { userId: caller.userId, index: landlordKey, now });
}

function isStanding({ state, withdrawn }: HouseholdDocument): boolean {
  return state !== 'closed' && !withdrawn;
}

/** Whether an adult of that name, as names are stored, lives there. */
function isHomeOf({ headName, members }: HouseholdDocument, name: string): boolean {
  const adults = members.filter(({ ageBand }) => !isMinor(ageBand)).map((member) => member.name);
  return name !== '' && [headName, ...adults].includes(name);
}

/** Whether a landlord whom these tenants named lives in a home: of the name they wrote, counted there, and none of them. */
export function mayHaveLet(home: HouseholdDocument | undefined, tenants: HouseholdDocument): boolean {
  const { _id, accounts, tenancy } = tenants;
  if (home === undefined || tenancy === undefined || home._id === _id) return false;
  const isOneOfThem = home.accounts.some((userId) => accounts.includes(userId));
  return !isOneOfThem && isStanding(home) && isHomeOf(home, tenancy.landlordName);
}

interface Named {
  readonly phone: string;
  /** Absent where a worker names the number alone. */
  readonly name?: string;
}

/**
 * Users bound to a household that is reached under the landlord's number. What a tenant writes must fit in name and number, so
 * that a mistyped digit asks nobody; a worker has spoken to the person. Nobody is the landlord of the own household.
 */
export async function findLandlords(
  { keyring, store }: Pick<ChangeContext, 'keyring' | 'store'>,
  { phone, name }: Named,
  tenants: HouseholdDocument,
): Promise<readonly string[]> {
  if (phone === '') return [];
  const reached = await householdsWithKey(store, `p:${keyring.index('phone', phone)}`);
  const accounts = reached
    .filter((household) => household._id !== tenants._id && isStanding(household))
    .filter((household) => name === undefined || isHomeOf(household, name))
    .flatMap((household) => household.accounts)
    .filter((userId) => !tenants.accounts.includes(userId));
  return [...new Set(accounts)].slice(0, LANDLORDS_MAX);
}

/** The adult who heads the household by name; a child is named to nobody. */
function tenantNameOf({ members }: HouseholdDocument): string {
  const head = members.find(({ relation }) => relation === HEAD);
  return head === undefined || isMinor(head.ageBand) ? '' : (head.name ?? '');
}

interface Question {
  readonly household: HouseholdDocument;
  readonly door: DoorAtWall;
  readonly landlordIds: readonly string[];
  readonly landlordPhone: string;
  readonly matchedBy: 'tenant' | 'worker';
  readonly version: number;
}

/** Writes the question and asks it; what was sent names no door, for the number may have been mistyped. */
export function askLandlords(context: ChangeContext, question: Question): TenancyDocument | undefined {
  const { household, door, landlordIds, landlordPhone, version } = question;
  const { tenancy } = household;
  if (tenancy === undefined) return undefined;
  const isFound = landlordIds.length > 0;
  const state: TenancyState = isFound ? 'asked' : 'unnamed';
  const dueOn = addDays(context.today, LANDLORD_DAYS);
  const { startOn, endOn, hasContract } = tenancy;
  const document: TenancyDocument = {
    _id: household._id,
    version,
    ...pathOf(household),
    doorId: household.doorId,
    plate: plateOf(household.address),
    state,
    waitsFor: waitsForOf(state),
    tenantName: tenantNameOf(household),
    startOn,
    ...(endOn === undefined ? {} : { endOn }),
    hasContract,
    landlordIds,
    ...(landlordPhone === '' ? {} : { landlordKey: context.keyring.index('phone', landlordPhone) }),
    matchedBy: isFound ? question.matchedBy : 'nobody',
    dueOn: isFound ? dueOn : '',
    at: context.now,
  };
  context.write.replace('tenancies', document);
  if (!isFound) openTask(context, { kind: 'tenancy', door, subjectId: household._id, dueOn });
  const values = { place: '', day: dayWords(dueOn) };
  for (const userId of landlordIds) {
    tell(context, { userId, kind: 'tenancyAsked', values, link: LANDLORD_PAGE });
  }
  return document;
}

/** Somebody has said no, or moved out: no other name that the tenant writes afterwards makes the question go away. */
function isWorkers(former: TenancyDocument | undefined): boolean {
  return former !== undefined && ['disputed', 'reportedOut', 'refused'].includes(former.state);
}

/**
 * A household has just said from whom it rents, or says it otherwise, or no longer. Once somebody has denied it, what it says next
 * is a worker's to look into.
 */
export async function declareTenancy(
  context: ChangeContext,
  { household, door }: { readonly household: HouseholdDocument; readonly door: DoorAtWall },
): Promise<void> {
  const former = household.version === 1 ? undefined : await findTenancy(context.store, household._id);
  const version = (former?.version ?? 0) + 1;
  if (household.tenancy === undefined) {
    if (former !== undefined) context.write.patch('tenancies', household._id, endedTenancy(version));
    await endWork(context, former);
    return;
  }
  const said = openTenancy(context.keyring, household._id, household.tenancy);
  const landlordPhone = isWorkers(former) ? '' : (said.landlordPhone ?? '');
  const named = { phone: landlordPhone, name: said.landlordName };
  const landlordIds = await findLandlords(context, named, household);
  if (landlordIds.length > 0) await endWork(context, former);
  askLandlords(context, { household, door, landlordIds, landlordPhone, matchedBy: 'tenant', version });
}

/** What was a worker's to settle is not any more. */
async function endWork(context: ChangeContext, former: TenancyDocument | undefined): Promise<void> {
  if (former?.waitsFor === 'worker') await closeTenancyTask(context, former);
}

/** Ends the worker's task about a tenancy, if one is open. */
export async function closeTenancyTask(
  context: ChangeContext,
  { _id, doorId }: Pick<TenancyDocument, '_id' | 'doorId'>,
): Promise<void> {
  const task = await context.store.find<TaskDocument>('tasks', taskId('tenancy', doorId, _id));
  if (task?.state === 'open') closeTask(context, task, 'done');
}

/** A tenancy that is over, with nobody's name left in it. */
export function endedTenancy(version: number): Partial<TenancyDocument> {
  return { version, state: 'ended', waitsFor: 'nobody', dueOn: '', tenantName: '' };
}

/**
 * The household's end was undone: the question stands where it stood. Who was still to answer has the usual days once more, and what was
 * a worker's to settle is work again.
 */
export async function reopenTenancy(
  context: ChangeContext,
  { household, door }: { readonly household: HouseholdDocument; readonly door: DoorAtWall },
): Promise<void> {
  const { _id, tenancy } = household;
  const ended = tenancy === undefined ? undefined : await findTenancy(context.store, _id);
  if (ended?.formerState === undefined) return;
  const state = ended.formerState;
  const waitsFor = waitsForOf(state);
  const dueOn = addDays(context.today, LANDLORD_DAYS);
  context.write.patch('tenancies', _id, {
    version: ended.version + 1,
    state,
    formerState: undefined,
    waitsFor,
    dueOn: waitsFor === 'landlord' ? dueOn : '',
    tenantName: tenantNameOf(household),
  });
  if (waitsFor === 'worker') openTask(context, { kind: 'tenancy', door, subjectId: _id, dueOn });
}
