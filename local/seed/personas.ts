/** The people of the street as the local cloud and the product know them: identities, and the seats they hold. */
import type { Role } from '@domain/identity/role';
import { addDays } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import { sealSeatName } from '../../cloudfunctions/records/seat-name';
import type {
  AssignmentDocument,
  AssignmentScope,
  WallDocument,
} from '../../cloudfunctions/repositories/documents';
import { castOf, stageOf } from './cast';
import { placeId, type StreetPlan } from './street-plan';

/** An entry of identities.json: somebody who can open the mini-program. */
export interface Identity {
  readonly openid: string;
  readonly unionid: string;
  readonly name: string;
  readonly personas: readonly { readonly role: Role; readonly area: string }[];
}

const SEAT_DAYS = 365;
const SINCE_DAYS = 30;

/** Who opens the phone without saying who it is. */
const VISITOR: Identity = {
  openid: 'visitor',
  unionid: 'union-visitor',
  name: '访客（第一次打开）',
  personas: [{ role: 'VI', area: '' }],
};

/** `wx-w1` for W1. */
export function openidOf(key: string): string {
  return `wx-${key.toLowerCase()}`;
}

export function identitiesOf(plan: StreetPlan): Identity[] {
  const people = castOf(plan).map(({ key, name, seat }): Identity => ({
    openid: openidOf(key),
    unionid: `union-${key.toLowerCase()}`,
    name,
    personas: [seat === undefined ? { role: 'VI', area: '' } : { role: seat.role, area: seat.label }],
  }));
  return [VISITOR, ...people];
}

/** The id of the one seat that a person of the fixture holds. */
export function seatIdOf({ seed }: StreetPlan, key: string): string {
  return placeId(seed, 'seat', key);
}

/** Seats of everybody who works for the street. Residents get theirs by registering. */
export function assignmentDocuments(plan: StreetPlan, keyring: Keyring, today: Day): AssignmentDocument[] {
  return castOf(plan).flatMap(({ key, seat }) => {
    if (seat === undefined) return [];
    const { role, label, duty, areas, sinceDays = SINCE_DAYS } = seat;
    const document: AssignmentDocument = {
      _id: seatIdOf(plan, key),
      version: 1,
      userId: keyring.actorOf(openidOf(key)),
      role,
      label,
      state: 'active',
      ...(duty === undefined ? {} : { duty }),
      startsOn: addDays(today, -sinceDays),
      endsOn: addDays(today, SEAT_DAYS),
      scope: scopeOf(plan, areas),
      streetId: plan.street.id,
      communityIds: communitiesOf(plan, areas),
      sealedName: sealSeatName(keyring, { collection: 'assignments', id: seatIdOf(plan, key) }, called(key)),
      pledgeSigned: true,
      deviceBound: true,
    };
    return [document];
  });
}

/** Who has a unit as a volunteer; undefined where nobody does. */
export function assigneeOf(plan: StreetPlan, keyring: Keyring): (wall: WallDocument) => string | undefined {
  const { building } = stageOf(plan);
  const buildingId = buildingNamed(plan.compounds, building);
  const volunteers = castOf(plan).filter(({ units }) => units !== undefined);
  return (wall) => {
    if (wall.buildingId !== buildingId) return undefined;
    const volunteer = volunteers.find(({ units }) => units?.includes(wall.address.unit) === true);
    return volunteer && keyring.actorOf(openidOf(volunteer.key));
  };
}

/** Areas by the plan's names, in the field of their kind. Throws for a name that the plan does not have. */
function scopeOf(plan: StreetPlan, areas: readonly string[]): AssignmentScope {
  const found = areas.map((name) => areaNamed(plan, name));
  const [first] = found;
  if (first === undefined) return { streetId: plan.street.id };
  const ids = found.map(({ id }) => id);
  return first.field === 'buildingId' ? { buildingId: first.id } : { [first.field]: ids };
}

/** The communities in which named areas lie. */
function communitiesOf({ communities, compounds }: StreetPlan, areas: readonly string[]): string[] {
  const ids = areas.flatMap((name) => {
    const [compoundName] = name.split(' ');
    const compound = compounds.find((one) => one.name === compoundName);
    const own = communities.find(
      (one) =>
        one.name === name || one.id === compound?.communityId || one.grids.some((grid) => grid.name === name),
    );
    return own?.id ?? [];
  });
  return [...new Set(ids)];
}

const SURNAMES = '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜';

/** Made-up names of three characters, so that masked lists tell people apart. */
export function called(key: string): string {
  const number = [...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const numeral = '零一二三四五六七八九'.charAt(Number(key.replace(/\D/g, '') || '0') % 10);
  return `${SURNAMES.charAt(number % SURNAMES.length)}小${numeral}`;
}

interface NamedArea {
  readonly field: 'communityIds' | 'gridIds' | 'compoundIds' | 'buildingId';
  readonly id: string;
}

function areaNamed({ communities, compounds }: StreetPlan, name: string): NamedArea {
  const isNamed = (area: { readonly name: string }): boolean => area.name === name;
  const grids = communities.flatMap((community) => community.grids);
  const candidates: [NamedArea['field'], string | undefined][] = [
    ['communityIds', communities.find(isNamed)?.id],
    ['gridIds', grids.find(isNamed)?.id],
    ['compoundIds', compounds.find(isNamed)?.id],
    ['buildingId', buildingNamed(compounds, name)],
  ];
  for (const [field, id] of candidates) if (id !== undefined) return { field, id };
  throw new Error(`the plan has no area named ${name}`);
}

/** `苹果花园 3` */
function buildingNamed(compounds: StreetPlan['compounds'], name: string): string | undefined {
  const [compoundName, label] = name.split(' ');
  const compound = compounds.find((one) => one.name === compoundName);
  return compound?.buildings.find(({ spec }) => spec.label === label)?.id;
}
