import { PRACTICE_DOORS } from '@domain/practice/stairwell';
import collections from '../../../cloudfunctions/database/collections.json';
import { digestsOf } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { begun, FORM, RIGHT, visitOf } from './practising';

const DAY_MS = 86_400_000;

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('practice and the register', () => {
  const ELSEWHERE = collections.filter(
    (name) => !['practices', 'assignments', 'events', 'auditLinks', 'auditHeads'].includes(name),
  );

  async function practiseEverything(person: string): Promise<void> {
    const mine = await begun(street, person);
    for (const { slot } of PRACTICE_DOORS) dataOf(await mine.submitVisit(visitOf(slot)));
    dataOf(await mine.submitForm({ answers: FORM }));
    dataOf(await mine.submitQuiz({ answers: RIGHT }));
  }

  it('never meet: no other collection moves, no figure, and no event that a roll-up would count', async () => {
    await street.runTimer('rollUp');
    const before = await digestsOf(street);
    await practiseEverything('worker W2');
    await street.runTimer('rollUp');
    const after = await digestsOf(street);

    for (const name of ELSEWHERE) expect([name, after[name]]).toEqual([name, before[name]]);
    for (const event of await street.events()) {
      const { subjects, compoundId, rollState } = event;
      expect([subjects, compoundId, rollState]).toEqual([[], '', 'done']);
    }
  });

  it('never meet in a list or a file: walls, waiting forms, tasks and tables say the same as before', async () => {
    const worker = street.as('worker W1').census;
    const buildingId = street.building('苹果花园 3');
    const seen = async () => [
      dataOf(await worker.listWalls({})).buildings,
      dataOf(await worker.readWall({ buildingId })).units,
      dataOf(await worker.listWaiting({})).forms,
      dataOf(await street.as('office ADM').board.readProgress({})),
    ];
    const before = await seen();
    await practiseEverything('worker W1');

    expect(await seen()).toEqual(before);
  });

  it('end after a week: the purge leaves the seat’s day and nothing else', async () => {
    await practiseEverything('worker W2');
    await street.clock.set(street.clock.now() + 7 * DAY_MS);
    await street.runTimer('purgePractices');
    expect(await street.count('practices')).toBe(1);
    await street.clock.set(street.clock.now() + DAY_MS);
    expect(await street.as('worker W2').practice.read({})).toEqual(refused('NOT_FOUND'));
    await street.runTimer('purgePractices');

    expect(await street.count('practices')).toBe(0);
    expect(await street.count('assignments', { practicePassedOn: '2026-03-10' })).toBe(1);
  });
});
