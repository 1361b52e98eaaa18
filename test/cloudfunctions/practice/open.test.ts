import type { PracticeDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { begun, onlyPractice, visitOf } from './practising';

const STAFF = ['head H3', 'worker W1', 'volunteer V1', 'cleaner C1', 'teacher T1', 'guard G1', 'property P1'];
const OFFICE = ['community S', 'office ADM', 'auditor Q'];

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('open practice', () => {
  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      await expectStandstill(
        street,
        () => street.as(person).practice.open({ anew: false }),
        refused('FORBIDDEN'),
      );
    }
  });

  it('is everybody’s who works for the street, one stairwell a person', async () => {
    for (const person of [...STAFF, ...OFFICE]) {
      expect(await street.as(person).practice.open({ anew: false })).toEqual(
        accepted(expect.objectContaining({ done: [] })),
      );
    }
    expect(await street.count('practices')).toBe(STAFF.length + OFFICE.length);
  });

  it('goes on where it stopped, and begins anew only when asked', async () => {
    const mine = await begun(street);
    dataOf(await mine.submitVisit(visitOf(1)));

    expect(dataOf(await mine.open({ anew: false })).done).toEqual([1]);
    expect(dataOf(await mine.read({})).done).toEqual([1]);
    expect(dataOf(await mine.open({ anew: true })).done).toEqual([]);
    expect(await street.count('practices')).toBe(1);
  });

  it('answers the same operation again without a second effect', async () => {
    const opId = newOpId();
    const first = dataOf(await street.as('worker W2').practice.open({ anew: true }, { opId }));

    expect(await street.as('worker W2').practice.open({ anew: true }, { opId, again: true })).toEqual(
      repeated(first),
    );
    expect(
      await street.stored<PracticeDocument>('practices', (await onlyPractice(street))._id),
    ).toMatchObject({
      version: 1,
    });
  });
});
