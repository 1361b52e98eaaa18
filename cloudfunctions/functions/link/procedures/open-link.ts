import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { linkContract } from '@domain/contract/link';
import type { ReadContext } from '../../../kernel/context';
import { addressOf, buildingPlateOf, doorAt, plateOf, splitDoorId } from '../../../records/door-place';
import { viewCampaign } from '../../../records/campaign-view';
import { findPresentedLink } from '../../../records/presented-code';
import { findBuilding, findCompound } from '../../../repositories/frame';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof linkContract)['openLink']>;
type Output = ProcedureOutput<(typeof linkContract)['openLink']>;
type Target = Omit<Output, 'campaign'>;

async function doorTarget(context: ReadContext, doorId: string): Promise<Target> {
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  return { kind: 'door', plate: plateOf(addressOf(door)), doorId, buildingId: door.wall.buildingId };
}

async function buildingTarget(context: ReadContext, buildingId: string): Promise<Target> {
  const building = await findBuilding(context.store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { zone, label, compoundName, compoundId } = building;
  const plate = buildingPlateOf({ compound: compoundName, zone, building: label });
  return { kind: 'building', plate, buildingId, compoundId };
}

async function compoundTarget(context: ReadContext, compoundId: string): Promise<Target> {
  const compound = await findCompound(context.store, compoundId);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  return { kind: 'compound', plate: { compound: compound.name, line: '' }, compoundId };
}

const TARGETS = { H: doorTarget, B: buildingTarget, C: compoundTarget } as const;

/** Names the place of a code. Nothing is read of who lives there, so nothing can be told. */
export async function openLink(context: ReadContext, { scene }: Input): Promise<Output> {
  const link = await findPresentedLink(context, scene);
  context.permit({ linkValid: true });
  if (link.state === 'revoked') throw new Problem('REVOKED_CODE');
  const target = await TARGETS[link.kind](context, link.targetId);
  return { ...target, campaign: viewCampaign(await context.campaign()) };
}
