import { walkFrom } from '../fixture/offline';
import { register } from '../fixture/residents';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

const DOOR = '苹果花园 3-2-502';
let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the conflicts of a household', () => {
  it('are refused where there is no household, and are none where nobody disagreed', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const { listConflicts } = street.as('worker W1').visit;

    expect(await listConflicts({ householdId: 'none' })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('outsider X').visit.listConflicts({ householdId })).toEqual(refused('FORBIDDEN'));
    const { id: doorId, plate } = street.door('苹果花园 3-1-101');
    expect(await listConflicts({ householdId })).toEqual(accepted({ plate, doorId, conflicts: [] }));
  });

  it('tell two workers apart: oneself and another, and by name to whoever hands out seats', async () => {
    const { _id: householdId, version } = await register(street, street.door(DOOR));
    for (const [person, useState] of [
      ['worker W1', 2],
      ['worker W2', 9],
    ] as const) {
      const walk = await walkFrom(street, person, street.door(DOOR));
      await walk.sync([walk.correction({ id: householdId, version }, { answers: { useState } })]);
    }
    const authors = async (person: string) => {
      const [conflict] = dataOf(await street.as(person).visit.listConflicts({ householdId })).conflicts;
      const said = [conflict?.kept, conflict?.other].map((side) => [
        side?.answers.useState,
        [side?.author, side?.name],
      ]);
      return Object.fromEntries(said) as Record<number, unknown>;
    };

    expect(await authors('worker W1')).toEqual({ 2: [0, undefined], 9: [1, undefined] });
    expect(await authors('worker W2')).toEqual({ 2: [1, undefined], 9: [0, undefined] });
    const seen = await authors('community S');
    const numberAndName = [expect.any(Number), expect.stringMatching(/^.\*/)];
    expect(Object.values(seen)).toEqual([numberAndName, numberAndName]);
    expect(seen[2]).not.toEqual(seen[9]);
    expect(Object.values(seen)).not.toContainEqual([0, expect.anything()]);
  });
});
