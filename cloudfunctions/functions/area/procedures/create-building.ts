import { drawFrame } from '@domain/area/frame';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import type { ChangeContext } from '../../../kernel/context';
import { DuplicateKey, type Stored } from '../../../kernel/store';
import type { AreaDocument, BuildingDocument, CompoundDocument } from '../../../repositories/documents';
import { buildingByLabel, findArea, findCompound, lastBuilding } from '../../../repositories/frame';
import { documentsOf } from '../building-documents';

type Input = ProcedureParsed<(typeof areaContract)['createBuilding']>;
type Output = ProcedureOutput<(typeof areaContract)['createBuilding']>;

const BATCH = 200;

interface Site {
  readonly compound: CompoundDocument;
  readonly grid: AreaDocument;
  readonly community: AreaDocument;
}

async function findSite(context: ChangeContext, { compoundId, gridId }: Input): Promise<Site> {
  const compound = await findCompound(context.store, compoundId);
  const grid = await findArea(context.store, gridId);
  const community = grid?.kind === 'grid' ? await findArea(context.store, grid.parentId) : undefined;
  if (compound === undefined || grid === undefined || community === undefined) throw new Problem('NOT_FOUND');
  if (!compound.communityIds.includes(community._id)) throw new Problem('NOT_FOUND');
  return { compound, grid, community };
}

async function newBuilding(context: ChangeContext, site: Site, input: Input): Promise<BuildingDocument> {
  const { compound, grid, community } = site;
  const zone = input.zone ?? '';
  const place = { compoundId: compound._id, zone, label: input.spec.label };
  if ((await buildingByLabel(context.store, place)) !== undefined) {
    throw new Problem('WRONG_STATE', { field: 'label' });
  }
  const last = await lastBuilding(context.store, compound._id);
  return {
    _id: context.idFor('building'),
    version: 1,
    streetId: compound.streetId,
    communityId: community._id,
    ...place,
    compoundName: compound.name,
    gridId: grid._id,
    order: (last?.order ?? 0) + 1,
    spec: input.spec,
  };
}

/** Ids follow from the operation, so a batch that stands already is this very one from an attempt that was cut short. */
async function insertOnce(
  context: ChangeContext,
  collection: string,
  documents: readonly Stored[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH) {
    try {
      await context.bulk.insert(collection, documents.slice(start, start + BATCH));
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
}

export async function createBuilding(context: ChangeContext, input: Input): Promise<Output> {
  const site = await findSite(context, input);
  const { streetId } = site.compound;
  const place = { communityId: site.community._id, gridId: site.grid._id, compoundId: site.compound._id };
  context.permit({ streetId, ...place });
  const building = await newBuilding(context, site, input);
  const drawing = drawFrame(input.spec, { zone: building.zone, order: building.order });
  if (!drawing.ok) {
    throw new Problem('VALIDATION', { field: 'spec', sentence: (drawing.problems[0] ?? '').slice(0, 64) });
  }

  const unitId = (order: number): string => context.idFor(`unit.${order}`);
  const { walls, doors } = documentsOf(drawing.frame, { building, ...site, unitId });
  await insertOnce(context, 'doors', doors);
  await insertOnce(context, 'walls', walls);
  context.write.insert('buildings', building);
  context.record({
    objects: [building._id],
    subjects: [],
    fields: ['spec'],
    place: { ...place, buildingId: building._id },
    countsMoved: true,
  });
  return { buildingId: building._id, units: walls.length, doors: doors.length };
}
