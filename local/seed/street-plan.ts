/** What a street consists of before any document exists: places, by name, with the boundaries between them. */
import type { BuildingSpec } from '@domain/area/building-spec';
import { base32 } from '../../cloudfunctions/vault/random-id';
import { digestOf } from './random';

export interface AreaPlan {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly publicPhone: string;
}

export interface CommunityPlan extends AreaPlan {
  readonly workGroupId: string;
  readonly grids: readonly AreaPlan[];
}

export interface BuildingPlan {
  readonly id: string;
  readonly zone: string;
  readonly spec: BuildingSpec;
  readonly gridId: string;
  /** Position in the compound, from 1; walking order within a grid. */
  readonly order: number;
}

export interface CompoundPlan {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly aliases: readonly string[];
  /** Code of the table `compound-kind.json`. */
  readonly kind: number;
  readonly communityId: string;
  readonly buildings: readonly BuildingPlan[];
}

export interface StreetPlan {
  readonly seed: string;
  readonly street: AreaPlan;
  readonly workGroups: readonly AreaPlan[];
  readonly communities: readonly CommunityPlan[];
  readonly compounds: readonly CompoundPlan[];
}

/** The key of a place: it follows from the seed and the place's name, so that two runs speak of the same door. */
export function placeId(seed: string, ...path: readonly string[]): string {
  return base32(digestOf(seed, ['place', ...path]));
}

/** Region 000000: codes that belong to no street. */
const STREET_CODE = '000000001';
const STREET_NAME = '万家街道';

export function streetArea(seed: string): AreaPlan {
  return {
    id: placeId(seed, STREET_NAME),
    code: STREET_CODE,
    name: STREET_NAME,
    publicPhone: publicPhone(0),
  };
}

export function workGroupArea(seed: string, number: number): AreaPlan {
  const name = `第${DIGITS.charAt(number)}工作组`;
  return { id: placeId(seed, name), code: `G${number}`, name, publicPhone: publicPhone(number) };
}

export function communityCode(number: number): string {
  return STREET_CODE + String(number).padStart(3, '0');
}

export function gridArea(seed: string, community: { code: string; name: string }, number: number): AreaPlan {
  const name = `${community.name.replace(/社区$/, '')}${String(number).padStart(2, '0')}网格`;
  return {
    id: placeId(seed, community.name, name),
    code: community.code + String(number).padStart(3, '0'),
    name,
    publicPhone: publicPhone(Number(community.code.slice(-3))),
  };
}

/** A number that belongs to nobody. */
export function publicPhone(number: number): string {
  return `1000000${String(number).padStart(4, '0')}`;
}

const DIGITS = '零一二三四五六七八九';
