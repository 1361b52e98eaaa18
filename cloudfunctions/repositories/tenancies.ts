import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import { documentsById } from './by-id';
import type { HouseholdDocument, TenancyDocument } from './documents';
import { readPage } from './pages';

const NAME = 'tenancies';
const ASKED_MAX = 60;
const DUE_MAX = 200;

/** The tenancy of a household, whose id it has. */
export function findTenancy(reader: Reader, householdId: string): Promise<TenancyDocument | undefined> {
  return reader.find<TenancyDocument>(NAME, householdId);
}

/** The tenancies of some households by the household's id; nothing is read where none of them said that it rents. */
export function tenanciesOf(
  reader: Reader,
  households: readonly Pick<HouseholdDocument, '_id' | 'tenancy'>[],
): Promise<ReadonlyMap<string, TenancyDocument>> {
  const renting = households.filter(({ tenancy }) => tenancy !== undefined);
  return documentsById<TenancyDocument>(
    reader,
    NAME,
    renting.map(({ _id }) => _id),
  );
}

/** What a landlord is or was asked, newest first. Index landlord_at. */
export function tenanciesOfLandlord(reader: Reader, userId: string): Promise<TenancyDocument[]> {
  return reader.search<TenancyDocument>(NAME, {
    where: { landlordIds: userId },
    order: [['at', 'desc']],
    limit: ASKED_MAX,
  });
}

/** What tenants said of a number while nobody was reached under it, newest first. Index key_state_at. */
export function tenanciesOfNumber(reader: Reader, landlordKey: string): Promise<TenancyDocument[]> {
  return reader.search<TenancyDocument>(NAME, {
    where: { landlordKey, state: 'unnamed' },
    order: [['at', 'desc']],
    limit: ASKED_MAX,
  });
}

/** One page of what waits for a worker in a territory, oldest first. Indexes grid_waits_at, community_waits_at. */
export function tenanciesForWorker(
  reader: Reader,
  territory: { readonly field: string; readonly values: readonly string[] },
  cursor: string | undefined,
): Promise<Page<TenancyDocument>> {
  return readPage<TenancyDocument>(reader, NAME, {
    where: { [territory.field]: { in: territory.values }, waitsFor: 'worker' },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}

/** Tenancies whose landlord had until a day to answer. Index waits_due. */
export function silentTenancies(reader: Reader, today: string): Promise<TenancyDocument[]> {
  return reader.search<TenancyDocument>(NAME, {
    where: { waitsFor: 'landlord', dueOn: { lte: today } },
    order: [['dueOn', 'asc']],
    limit: DUE_MAX,
  });
}
