import type { SignupDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { activityAt, AS_TYPED, AS_VOLUNTEER, HOUR_MS } from '../fixture/activities';
import { residentAtHome } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const stored = () => street.all<SignupDocument>('signups');

describe('sign up', () => {
  it.each(['checking', 'returned', 'hidden'] as const)('finds none that is %s', async (state) => {
    const { _id: activityId } = await activityAt(street, { state });
    const call = () => street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to who is neither resident nor volunteer', async () => {
    const { _id: activityId } = await activityAt(street);
    for (const person of [
      street.as('outsider X', null),
      street.as('administrator S'),
      street.as('worker W1'),
    ]) {
      const call = () => person.activity.signup({ activityId, person: AS_TYPED });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with words that do not fit, and J13.E4 for a minor without a guardian', async () => {
    const { _id: activityId } = await activityAt(street);
    const resident = await residentAtHome(street);
    for (const [input, code] of [
      [{ person: AS_VOLUNTEER }, 'VALIDATION'],
      [{ person: { ...AS_TYPED, phone: '1' } }, 'VALIDATION'],
      [{ person: { ...AS_TYPED, name: 'A1' } }, 'VALIDATION'],
      [{ person: { from: 'registration', memberKey: 'zzzzzzzz' } }, 'NOT_FOUND'],
      [{ person: { from: 'registration', memberKey: 'bbbbbbbb' } }, 'CONSENT_REQUIRED'],
      [{ person: { ...AS_TYPED, isAdult: false } }, 'CONSENT_REQUIRED'],
    ] as const) {
      await expectStandstill(street, () => resident.activity.signup({ activityId, ...input }), refused(code));
    }
    const volunteer = () => street.as('volunteer E').activity.signup({ activityId, person: AS_TYPED });
    await expectStandstill(street, volunteer, refused('VALIDATION'));
  });

  it.each(['cancelled', 'over'] as const)('is refused once it is %s', async (state) => {
    const { _id: activityId } = await activityAt(street, { state });
    const call = () => street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER });
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('is refused after its last moment, and twice', async () => {
    const { _id: activityId, closesAt } = await activityAt(street);
    const { activity } = street.as('volunteer E');
    const signup = () => activity.signup({ activityId, person: AS_VOLUNTEER });
    dataOf(await signup());
    await expectStandstill(street, signup, refused('WRONG_STATE', { state: 'active' }));
    await street.clock.set(closesAt + HOUR_MS / 60);
    const late = () => street.as('volunteer F').activity.signup({ activityId, person: AS_VOLUNTEER });
    await expectStandstill(street, late, refused('WRONG_STATE'));
  });

  it('gives a place, then places in the line; sent twice it is one', async () => {
    const { _id: activityId } = await activityAt(street, { capacity: 1 });
    const opId = newOpId();
    const input = { activityId, person: AS_VOLUNTEER };
    const { activity } = street.as('volunteer E');

    expect(await activity.signup(input, { opId })).toEqual(accepted({ phase: 'placed', number: 0 }));
    expect((await street.meter()).escapedWrites).toBe(0);
    expect(await activity.signup(input, { opId })).toEqual(repeated({ phase: 'placed', number: 0 }));
    expect(await street.as('volunteer F').activity.signup(input)).toEqual(
      accepted({ phase: 'waiting', number: 1 }),
    );
    expect(await street.as('volunteer L').activity.signup(input)).toEqual(
      accepted({ phase: 'waiting', number: 2 }),
    );
  });

  it('of a child stands with the guardian’s word, sealed in the highest class', async () => {
    const { _id: activityId } = await activityAt(street);
    const resident = await residentAtHome(street);
    const person = { from: 'registration', memberKey: 'bbbbbbbb' } as const;

    dataOf(await resident.activity.signup({ activityId, person, guardianName: '王小明' }));

    const [row] = await stored();
    expect(row).toMatchObject({ isAdult: false, isVolunteer: false });
    expect(JSON.stringify(row)).not.toMatch(/王小|10012345678/);
  });

  it('again after a cancellation comes at the end of the line', async () => {
    const { _id: activityId } = await activityAt(street, { capacity: 1 });
    const input = { activityId, person: AS_VOLUNTEER };
    for (const person of ['volunteer E', 'volunteer F']) {
      dataOf(await street.as(person).activity.signup(input));
    }
    dataOf(await street.as('volunteer E').activity.cancel({ activityId, version: 1 }));
    await street.runTimer('keepActivities');

    expect(await street.as('volunteer E').activity.signup(input)).toEqual(
      accepted({ phase: 'waiting', number: 1 }),
    );
  });
});
