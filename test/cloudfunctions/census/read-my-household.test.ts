import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, filledForm, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read the own household', () => {
  it('is refused for a household that is not there, and for a neighbour’s', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const resident = await street.seated('resident A');
    const { id: neighbour } = street.householdAt('苹果花园 3-1-101');

    for (const householdId of ['nobody', neighbour]) {
      await expectStandstill(
        street,
        () => resident.census.readMyHousehold({ householdId }),
        refused('NOT_FOUND'),
      );
    }
  });

  it('is refused to strangers, building heads, clerks and auditors', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');

    for (const person of ['outsider X', 'head H3', 'clerk T1', 'auditor Q', 'property P1']) {
      const call = () => street.as(person).census.readMyHousehold({ householdId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is whole for its own members', async () => {
    const { _id: householdId, doorId } = await register(street, street.door('苹果花园 3-2-502'), {
      form: { suggestion: '楼道灯不亮', reasons: {} },
    });
    const resident = await street.seated('resident A');

    const file = dataOf(await resident.census.readMyHousehold({ householdId }));

    const { findings, ...form } = file.household.form;
    // A guardian's tick is consent and stands in its own row.
    const sent = Object.entries(filledForm({ suggestion: '楼道灯不亮' }));
    expect(form).toEqual(Object.fromEntries(sent.filter(([field]) => field !== 'guardianConsent')));
    expect(findings).toEqual([]);
    expect(file).toMatchObject({ doorId, consent: { noticeVersion: '1', givenOn: '2026-03-10' } });
    expect(await street.count('audit')).toBe(0);
  });

  it('is masked for staff within reach, and the look is recorded', async () => {
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));

    const reply = await street.as('worker W1').census.readMyHousehold({ householdId });

    expect(JSON.stringify(dataOf(reply))).not.toMatch(/10012345678|王建国|李秀英/);
    expect(await street.count('audit', { subjects: householdId })).toBe(1);
  });
});
