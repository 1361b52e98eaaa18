import { PRACTICE_FORM } from '@domain/practice/practice-form';
import { QUIZ } from '@domain/practice/quiz';
import { PRACTICE_DOORS, practiceDoor } from '@domain/practice/stairwell';
import collections from '../../../cloudfunctions/database/collections.json';
import type { AssignmentDocument, PracticeDocument } from '../../../cloudfunctions/repositories/documents';
import { digestsOf, expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

const DAY_MS = 86_400_000;
const STAFF = ['head H3', 'worker W1', 'volunteer V1', 'cleaner C1', 'teacher T1', 'guard G1', 'property P1'];
const OFFICE = ['community S', 'office ADM', 'auditor Q'];
const RIGHT = QUIZ.map(({ right }) => right);
const FORM = Object.fromEntries(PRACTICE_FORM.map(({ key, right }) => [key, right]));

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const of = (person: string) => street.as(person).practice;
const visitOf = (slot: number) => ({ slot, result: practiceDoor(slot)?.result ?? 'nobody' });

async function begun(person = 'worker W2') {
  dataOf(await of(person).open({ anew: false }));
  return of(person);
}

describe('practice that was never opened', () => {
  it('is not there for any of its calls', async () => {
    const calls = [
      () => of('worker W2').read({}),
      () => of('worker W2').submitVisit(visitOf(1)),
      () => of('worker W2').submitForm({ answers: FORM }),
      () => of('worker W2').submitQuiz({ answers: RIGHT }),
    ];

    for (const call of calls) await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      await expectStandstill(street, () => of(person).open({ anew: false }), refused('FORBIDDEN'));
    }
  });
});

describe('open practice', () => {
  it('is everybody’s who works for the street, one stairwell a person', async () => {
    for (const person of [...STAFF, ...OFFICE]) {
      expect(await of(person).open({ anew: false })).toEqual(accepted(expect.objectContaining({ done: [] })));
    }
    expect(await street.count('practices')).toBe(STAFF.length + OFFICE.length);
  });

  it('goes on where it stopped, and begins anew only when asked', async () => {
    const mine = await begun();
    dataOf(await mine.submitVisit(visitOf(1)));

    expect(dataOf(await mine.open({ anew: false })).done).toEqual([1]);
    expect(dataOf(await mine.read({})).done).toEqual([1]);
    expect(dataOf(await mine.open({ anew: true })).done).toEqual([]);
    expect(await street.count('practices')).toBe(1);
  });

  it('answers the same operation again without a second effect', async () => {
    const opId = newOpId();
    const first = dataOf(await of('worker W2').open({ anew: true }, { opId }));

    expect(await of('worker W2').open({ anew: true }, { opId, again: true })).toEqual(repeated(first));
    expect(await street.stored<PracticeDocument>('practices', (await only())._id)).toMatchObject({
      version: 1,
    });
  });
});

async function only(): Promise<PracticeDocument> {
  const [practice] = await street.all<PracticeDocument>('practices');
  if (practice === undefined) throw new Error('nobody practises');
  return practice;
}

describe('an outcome at a drawn door', () => {
  it('is refused for a door that is not drawn, a word that is no outcome, and a door that is done', async () => {
    const mine = await begun();
    dataOf(await mine.submitVisit(visitOf(1)));

    await expectStandstill(
      street,
      () => mine.submitVisit({ slot: 99, result: 'nobody' }),
      refused('NOT_FOUND'),
    );
    const wrong = () => mine.submitVisit({ slot: 2, result: 'gone' as 'nobody' });
    await expectStandstill(street, wrong, refused('VALIDATION'));
    await expectStandstill(street, () => mine.submitVisit(visitOf(1)), refused('WRONG_STATE'));
  });

  it('that does not fit is no refusal, and nothing is kept of it', async () => {
    const mine = await begun();
    const call = () => mine.submitVisit({ slot: 5, result: 'vacant' });

    await expectStandstill(street, call, accepted(expect.objectContaining({ isRight: false })));
  });

  it('that fits is kept, each of the eight', async () => {
    const mine = await begun();
    for (const { slot } of PRACTICE_DOORS) {
      expect(dataOf(await mine.submitVisit(visitOf(slot))).isRight).toBe(true);
    }

    expect(dataOf(await mine.read({})).done).toHaveLength(PRACTICE_DOORS.length);
  });

  it('of two phones at once is kept from both', async () => {
    const mine = await begun();
    const replies = await Promise.all([mine.submitVisit(visitOf(1)), mine.submitVisit(visitOf(2))]);

    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    expect([...(await only()).done].sort()).toEqual([1, 2]);
  });
});

describe('the practice form and the quiz', () => {
  it('name what is wrong, and keep no answer', async () => {
    const mine = await begun();

    expect(dataOf(await mine.submitForm({ answers: { ...FORM, liveCount: '3' } })).mistakes).toEqual([
      'liveCount',
    ]);
    expect(dataOf(await mine.submitForm({ answers: FORM }))).toMatchObject({
      mistakes: [],
      progress: { formDone: true },
    });
    expect(Object.keys(await only()).sort()).toEqual(
      ['_id', 'done', 'formDone', 'purgeOn', 'quizRight', 'userId', 'version'].sort(),
    );
  });

  it('keep the best result, and note the day at the seat once all five are right', async () => {
    const mine = await begun();
    const [, ...rest] = RIGHT;
    expect(dataOf(await mine.submitQuiz({ answers: [9, ...rest] }))).toMatchObject({
      wrong: [0],
      progress: { quizRight: 4 },
    });
    const seat = () => street.as('worker W2').session.whoami({});
    expect(dataOf(await seat()).seats[0]).not.toHaveProperty('practicePassedOn');

    expect(dataOf(await mine.submitQuiz({ answers: RIGHT }))).toMatchObject({
      wrong: [],
      progress: { quizRight: 5, passedOn: '2026-03-10' },
    });

    expect(dataOf(await seat()).seats[0]).toMatchObject({ practicePassedOn: '2026-03-10' });
    expect(dataOf(await mine.submitQuiz({ answers: [9, ...rest] })).progress.quizRight).toBe(5);
    const seats = await street.all<AssignmentDocument>('assignments', { practicePassedOn: '2026-03-10' });
    expect(seats.map(({ userId }) => userId)).toEqual([street.userId('worker W2')]);
  });

  it('of four or six answers are no quiz', async () => {
    const mine = await begun();

    for (const answers of [RIGHT.slice(1), [...RIGHT, 0]]) {
      await expectStandstill(street, () => mine.submitQuiz({ answers }), refused('VALIDATION'));
    }
  });
});

describe('practice and the register', () => {
  const ELSEWHERE = collections.filter(
    (name) => !['practices', 'assignments', 'events', 'auditLinks', 'auditHeads'].includes(name),
  );

  async function practiseEverything(person: string): Promise<void> {
    const mine = await begun(person);
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
      const { subjects, buildingId, gridId, compoundId, communityId, rollState } = event;
      expect([subjects, buildingId, gridId, compoundId, communityId, rollState]).toEqual([
        [],
        '',
        '',
        '',
        '',
        'done',
      ]);
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
    expect(await of('worker W2').read({})).toEqual(refused('NOT_FOUND'));
    await street.runTimer('purgePractices');

    expect(await street.count('practices')).toBe(0);
    expect(await street.count('assignments', { practicePassedOn: '2026-03-10' })).toBe(1);
  });

  it('are each person’s own: nobody reads another one’s stairwell', async () => {
    await begun('worker W1');

    expect(await of('worker W2').read({})).toEqual(refused('NOT_FOUND'));
    expect(await street.as('office ADM').practice.read({})).toEqual(refused('NOT_FOUND'));
  });
});
