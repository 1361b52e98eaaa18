/** Pages that have nothing to show, or nothing new: without network, without an answer, for the wrong person. For the pictures alone. */
import type { TestStreet } from '../../cloudfunctions/fixture/street';
import { register } from '../../cloudfunctions/fixture/residents';
import type { Look } from './journey';
import type { Tour } from './tour';

const WALL = '/packages/worker/pages/wall/wall';

/** Every call of these functions fails until the next reset. */
function fail(street: TestStreet, ...names: readonly string[]): Promise<void> {
  return street.installFaults(
    names.map((name) => ({ function: name, at: { every: 1 }, kind: 'fail-before' })),
  );
}

/** What residents meet. */
async function tourOwnFaces(tour: Tour, look: Look): Promise<void> {
  const { street } = tour;
  const door = street.door('苹果花园 3-2-502');
  await register(street, door);
  const phone = await tour.phone('resident A', look);
  await phone.network('offline');
  await tour.goTo(phone, '/packages/home/pages/my/my');
  await tour.stop('face-household-offline', phone);
  await tour.goTo(phone, '/packages/home/pages/pick-door/pick-door');
  await tour.stop('face-pick-offline', phone);
  await phone.network('online');
  await tour.goTo(phone, `${WALL}?building=${door.buildingId}`);
  await tour.stop('face-wall-denied', phone);
  await fail(street, 'link');
  await tour.goTo(phone, `/pages/census/entry/entry?scene=${encodeURIComponent(door.scene)}`);
  await tour.stop('face-entry-problem', phone);
}

/** What those who work meet. */
export async function tourFaces(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await tourOwnFaces(tour, look);
  const wall = `${WALL}?building=${street.building('苹果花园 3')}`;
  await street.replaceAll('submissions', []);
  const worker = await tour.phone('worker W1', look);
  await tour.goTo(worker, '/packages/worker/pages/waiting/waiting');
  await tour.stop('face-waiting-empty', worker);
  await worker.network('offline');
  await tour.goTo(worker, wall);
  await tour.stop('face-wall-offline', worker);
  await worker.network('online');
  await tour.goTo(worker, wall);
  await worker.network('offline');
  await tour.goTo(worker, wall);
  await tour.stop('face-wall-kept', worker);
  await fail(street, 'board', 'export');
  const office = await tour.phone('administrator ADM', look);
  await tour.goTo(office, '/packages/manage/pages/overview/overview');
  await tour.stop('face-overview-problem', office);
}
