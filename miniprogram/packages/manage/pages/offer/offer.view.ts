/** Offering a seat: role, places of the role's own kind, name, how long. */
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import {
  APPOINTED_ROLES,
  DUTIES,
  FIELD_ROLES,
  GROUND_OF,
  mayCarry,
  placesMax,
  type AppointedRole,
  type Duty,
} from '@domain/identity/seat';
import { JOIN_WORDS } from '../../../../messages/join';
import { OFFER_WORDS } from '../../../../messages/people';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

interface Tile {
  value: string;
  label: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface OfferState {
  viewer: Role;
  role: AppointedRole;
  duty: Duty | undefined;
  /** The community that was entered; undefined for who has none yet. */
  community: Named | undefined;
  communities: readonly Named[];
  compound: Named | undefined;
  compounds: readonly Named[];
  /** Places of the last level: grids, compounds, buildings, communities. */
  places: readonly Named[];
  placeIds: readonly string[];
  name: string;
  days: string;
}

export interface OfferView extends FaceView {
  roles: readonly Tile[];
  role: string;
  duties: readonly Tile[];
  duty: string;
  stepLabel: string;
  /** Where the places lie: a community, then a compound. */
  steps: readonly Tile[];
  step: string;
  places: readonly Tile[];
  placeIds: readonly string[];
  isMulti: boolean;
  terms: readonly Tile[];
  days: string;
  name: string;
}

export const NEW_OFFER: OfferState = {
  viewer: 'CA',
  role: 'GW',
  duty: undefined,
  community: undefined,
  communities: [],
  compound: undefined,
  compounds: [],
  places: [],
  placeIds: [],
  name: '',
  days: '90',
};

const TERMS: readonly Tile[] = Object.entries(OFFER_WORDS.terms).map(([value, label]) => ({ value, label }));
const tiles = (named: readonly Named[]): Tile[] => named.map(({ id, name }) => ({ value: id, label: name }));

function stepOf({
  role,
  community,
  communities,
  compound,
  compounds,
}: OfferState): Pick<OfferView, 'stepLabel' | 'steps' | 'step'> {
  const ground = GROUND_OF[role];
  if (ground === 'street' || ground === 'community') return { stepLabel: '', steps: [], step: '' };
  if (communities.length > 1 && community === undefined) {
    return { stepLabel: OFFER_WORDS.place, steps: tiles(communities), step: '' };
  }
  if (ground !== 'building') return { stepLabel: '', steps: [], step: '' };
  return { stepLabel: OFFER_WORDS.compound, steps: tiles(compounds), step: compound?.id ?? '' };
}

export function viewOffer(state: OfferState): OfferView {
  const { role, duty, viewer } = state;
  const duties = DUTIES.filter((one) => mayCarry(role, one));
  return {
    ...CONTENT,
    roles: (viewer === 'CA' ? FIELD_ROLES : APPOINTED_ROLES).map((value) => ({
      value,
      label: ROLE_WORDS[value],
    })),
    role,
    duties:
      duties.length === 0
        ? []
        : [
            { value: 'whole', label: OFFER_WORDS.whole },
            ...duties.map((value) => ({ value, label: JOIN_WORDS.duties[value] })),
          ],
    duty: duty ?? 'whole',
    ...stepOf(state),
    places: tiles(state.places),
    placeIds: state.placeIds,
    isMulti: placesMax(role) > 1,
    terms: TERMS,
    days: state.days,
    name: state.name,
  };
}

/** What has still to be said; empty when the offer may be sent. */
export function missingIn({ role, placeIds, name }: OfferState): string {
  if (placeIds.length === 0 && GROUND_OF[role] !== 'street') return OFFER_WORDS.placeMissing;
  return name.trim() === '' ? OFFER_WORDS.nameMissing : '';
}
