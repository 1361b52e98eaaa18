/** Compounds, buildings and doors: the places, without anybody's answer. */
import type { Page } from '@domain/kernel/page';
import type { Query, Reader, Store } from '../kernel/store';
import type { AreaDocument, BuildingDocument, CompoundDocument, DoorDocument } from './documents';
import { readPage } from './pages';

const GRIDS_OF_A_COMMUNITY_MAX = 100;
/** Sorts after every character of a name. */
const LAST_CHARACTER = '\uffff';

export function findArea(reader: Reader, id: string): Promise<AreaDocument | undefined> {
  return reader.find<AreaDocument>('areas', id);
}

const COMMUNITIES_MAX = 200;

/** Every community in the order of codes. Index kind_code. */
export function communitiesOfStreet(reader: Reader): Promise<AreaDocument[]> {
  return reader.search<AreaDocument>('areas', {
    where: { kind: 'community' },
    order: [['code', 'asc']],
    limit: COMMUNITIES_MAX,
  });
}

/** Grids of a community in their order. Index parent_order. */
export async function gridsOfCommunity(reader: Reader, communityId: string): Promise<AreaDocument[]> {
  const areas = await reader.search<AreaDocument>('areas', {
    where: { parentId: communityId },
    order: [['order', 'asc']],
    limit: GRIDS_OF_A_COMMUNITY_MAX,
  });
  return areas.filter(({ kind }) => kind === 'grid');
}

export function findCompound(reader: Reader, id: string): Promise<CompoundDocument | undefined> {
  return reader.find<CompoundDocument>('compounds', id);
}

/** Some compounds by id, in no order. */
export function compoundsById(reader: Reader, ids: readonly string[]): Promise<CompoundDocument[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return reader.search<CompoundDocument>('compounds', { where: { _id: { in: ids } }, limit: ids.length });
}

const COMPOUNDS_OF_A_COMMUNITY_MAX = 100;

/** Compounds of a community in their order. Index community_order. */
export function compoundsOfCommunity(reader: Reader, communityId: string): Promise<CompoundDocument[]> {
  return reader.search<CompoundDocument>('compounds', {
    where: { communityId },
    order: [['order', 'asc']],
    limit: COMPOUNDS_OF_A_COMMUNITY_MAX,
  });
}

/** Compounds of the street in their order, those whose name begins with the text, or those whose first letters it is. */
export function compoundsPage(
  reader: Reader,
  streetId: string,
  { text, cursor }: { readonly text: string; readonly cursor: string | undefined },
): Promise<Page<CompoundDocument>> {
  const page = (where: Query['where'], sort: string): Promise<Page<CompoundDocument>> =>
    readPage<CompoundDocument>(reader, 'compounds', {
      where: { streetId, ...where },
      sort,
      direction: 'asc',
      cursor,
    });
  if (text === '') return page({}, 'order');
  if (/^[A-Za-z]+$/.test(text)) return page({ initials: text.toUpperCase() }, 'name');
  return page({ name: { gte: text, lt: text + LAST_CHARACTER } }, 'name');
}

export function buildingsPage(
  reader: Reader,
  compoundId: string,
  cursor: string | undefined,
): Promise<Page<BuildingDocument>> {
  return readPage<BuildingDocument>(reader, 'buildings', {
    where: { compoundId },
    sort: 'order',
    direction: 'asc',
    cursor,
  });
}

export function findBuilding(reader: Reader, id: string): Promise<BuildingDocument | undefined> {
  return reader.find<BuildingDocument>('buildings', id);
}

/** Some buildings by id, in no order. */
export function buildingsById(reader: Reader, ids: readonly string[]): Promise<BuildingDocument[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return reader.search<BuildingDocument>('buildings', { where: { _id: { in: ids } }, limit: ids.length });
}

/** The building of that label in its compound. Index compound_label. */
export async function buildingByLabel(
  reader: Reader,
  { compoundId, zone, label }: Pick<BuildingDocument, 'compoundId' | 'zone' | 'label'>,
): Promise<BuildingDocument | undefined> {
  const [building] = await reader.search<BuildingDocument>('buildings', {
    where: { compoundId, zone, label },
    limit: 1,
  });
  return building;
}

/**
 * Gives a new building its number in the compound; false where somebody changed the compound's numbers since it was read. The
 * number stays the building's until it stands.
 */
export async function numberBuilding(
  store: Pick<Store, 'patchWhere'>,
  { _id, buildingOrder }: CompoundDocument,
  { buildingId, spec }: { readonly buildingId: string; readonly spec: string },
): Promise<boolean> {
  const order = buildingOrder + 1;
  const change = { buildingOrder: order, [`drawing.${buildingId}`]: { order, spec } };
  return (await store.patchWhere('compounds', { _id, buildingOrder }, change)) === 1;
}

/** The door of that key in its compound. Index compound_key. */
export async function doorByKey(
  reader: Reader,
  { compoundId, key }: Pick<DoorDocument, 'compoundId' | 'key'>,
): Promise<DoorDocument | undefined> {
  const [door] = await reader.search<DoorDocument>('doors', { where: { compoundId, key }, limit: 1 });
  return door;
}
