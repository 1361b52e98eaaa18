/** Pages that begin at a door, what they tell it, and the way back from it. */
import { STAFF_WORDS } from '../../../../messages/staff';
import { DOOR_WORDS } from '../../../../messages/worker';
import { inviteUrl } from '../../../../services/invite-way';
import { leavePage } from '../../../../services/staff-page';

const WALL = 'packages/worker/pages/wall/wall';

interface Place {
  readonly doorId: string;
  readonly buildingId: string;
  /** The form that was filled for the household, where one waits. */
  readonly formId: string;
  /** The household that is looked at; '' where none is. */
  readonly householdId: string;
  /** The plate: what a page says of the door before it has asked. */
  readonly compound: string;
  readonly line: string;
  /** What was seen there, to be noted as an issue; '' otherwise. */
  readonly seen: string;
}

const WAYS = {
  receipt: ({ doorId, buildingId }: Place) =>
    `/packages/worker/pages/receipt/receipt?building=${buildingId}&door=${doorId}`,
  verify: ({ doorId, householdId }: Place) =>
    `/packages/worker/pages/verify/verify?door=${doorId}&household=${householdId}`,
  change: ({ doorId, householdId }: Place) =>
    `/packages/worker/pages/change/change?door=${doorId}&household=${householdId}`,
  counted: ({ doorId }: Place) => `/packages/worker/pages/counted/counted?door=${doorId}`,
  invite: inviteUrl,
  questions: ({ householdId }: Place) =>
    `/packages/worker/pages/questions/questions?household=${householdId}`,
  say: ({ doorId, householdId, seen }: Place) =>
    `/packages/life/pages/say/say?door=${doorId}&household=${householdId}&seen=${seen}`,
  wish: ({ doorId }: Place) => `/packages/life/pages/wish-new/wish-new?door=${doorId}`,
  proxy: ({ doorId, formId }: Place) => `/packages/worker/pages/proxy/proxy?door=${doorId}&form=${formId}`,
};
export type DoorWay = keyof typeof WAYS;

export function wayFrom(way: DoorWay, place: Place): string {
  return WAYS[way](place);
}

/** Events of those pages that changed the door, each in the words that are shown of it there. */
export function newsTo(tell: (words: string) => void): Record<'verified' | 'confirmed', () => void> {
  return {
    verified: () => {
      tell('');
    },
    confirmed: () => {
      tell(DOOR_WORDS.confirmed);
    },
  };
}

/** From the wall back to it, and so where nothing lies behind the door; from a list back to that list. */
export function wayBack(): string {
  const { route = WALL } = getCurrentPages().slice(-2, -1)[0] ?? {};
  return route === WALL ? DOOR_WORDS.toWall : STAFF_WORDS.back;
}

export function leaveDoor(buildingId: string): void {
  if (getCurrentPages().length > 1 || buildingId === '') leavePage();
  else void wx.redirectTo({ url: `/${WALL}?building=${buildingId}` });
}
