import type { BuildingSpec } from '@domain/area/building-spec';
import { drawFrame, type BuildingFrame } from '@domain/area/frame';
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import type { ChangeContext } from '../../../kernel/context';
import { insertMissing } from '../../../repositories/insert-missing';
import type { AreaDocument, BuildingDocument, CompoundDocument } from '../../../repositories/documents';
import { buildingByLabel, findArea, findCompound, numberBuilding } from '../../../repositories/frame';
import { digestId } from '../../../vault/random-id';
import { documentsOf } from '../building-documents';

type Input = ProcedureParsed<(typeof areaContract)['createBuilding']>;
type Output = ProcedureOutput<(typeof areaContract)['createBuilding']>;

const CLAIMS_MAX = 20;

interface Site {
  readonly compound: CompoundDocument;
  readonly grid: AreaDocument;
  readonly community: AreaDocument;
}

/** Read beside the transaction: what this one reads would be older than the number that is claimed next. */
async function findSite({ bulk }: ChangeContext, { compoundId, gridId }: Input): Promise<Site> {
  const compound = await findCompound(bulk, compoundId);
  const grid = await findArea(bulk, gridId);
  const community = grid?.kind === 'grid' ? await findArea(bulk, grid.parentId) : undefined;
  if (compound === undefined || grid === undefined || community === undefined) throw new Problem('NOT_FOUND');
  if (!compound.communityIds.includes(community._id)) throw new Problem('NOT_FOUND');
  return { compound, grid, community };
}

function drawn(spec: BuildingSpec, zone: string, order: number): BuildingFrame {
  const drawing = drawFrame(spec, { zone, order });
  if (drawing.ok) return drawing.frame;
  throw new Problem('VALIDATION', { field: 'spec', sentence: (drawing.problems[0] ?? '').slice(0, 64) });
}

/**
 * The building's number in its compound. Throws WRONG_STATE where one of that label stands, or where another drawing of it was
 * begun: an attempt that was cut short has left walls, and only the same drawing completes them.
 */
async function claimOrder(
  context: ChangeContext,
  compound: CompoundDocument,
  building: Omit<BuildingDocument, 'order'>,
): Promise<number> {
  const spec = digestId('spec', building.gridId, canonicalJson(building.spec));
  let current = compound;
  for (let claims = 1; claims <= CLAIMS_MAX; claims += 1) {
    // Asked after the compound was read: a building that came to stand since then has moved the compound's number.
    if ((await buildingByLabel(context.store, building)) !== undefined) {
      throw new Problem('WRONG_STATE', { field: 'label' });
    }
    const begun = current.drawing?.[building._id];
    if (begun !== undefined && begun.spec !== spec) throw new Problem('WRONG_STATE', { field: 'spec' });
    if (begun !== undefined) return begun.order;
    if (await numberBuilding(context.bulk, current, { buildingId: building._id, spec })) {
      return current.buildingOrder + 1;
    }
    current = (await findCompound(context.bulk, compound._id)) ?? compound;
  }
  throw new Problem('CONFLICT_RETRY');
}

function plotOf({ compound, grid, community }: Site, input: Input): Omit<BuildingDocument, 'order'> {
  const zone = input.zone ?? '';
  const { label } = input.spec;
  return {
    // Follows from the place, so that two calls for one building write the very same documents.
    _id: digestId('building', compound._id, zone, label),
    version: 1,
    streetId: compound.streetId,
    communityId: community._id,
    compoundId: compound._id,
    zone,
    label,
    compoundName: compound.name,
    gridId: grid._id,
    spec: input.spec,
  };
}

export async function createBuilding(context: ChangeContext, input: Input): Promise<Output> {
  const site = await findSite(context, input);
  const plot = plotOf(site, input);
  const { _id: buildingId, streetId, communityId, gridId, compoundId } = plot;
  const place = { communityId, gridId, compoundId };
  context.permit({ streetId, ...place });
  drawn(plot.spec, plot.zone, 1);

  const building = { ...plot, order: await claimOrder(context, site.compound, plot) };
  const unitId = (order: number): string => digestId(buildingId, 'unit', String(order));
  const frame = drawn(plot.spec, plot.zone, building.order);
  const { walls, doors } = documentsOf(frame, { building, ...site, unitId });
  await insertMissing(context.bulk, 'doors', doors);
  await insertMissing(context.bulk, 'walls', walls);
  context.write.insert('buildings', building);
  context.write.patch('compounds', compoundId, { [`drawing.${buildingId}`]: undefined });
  context.record({
    objects: [buildingId],
    subjects: [],
    fields: ['spec'],
    place: { ...place, buildingId },
    countsMoved: true,
  });
  return { buildingId, units: walls.length, doors: doors.length };
}
