import type { HouseholdDocument } from '../../../cloudfunctions/repositories/documents';
import { CHILD_ID, HEAD_ID, memberKey as keyOf, registerWithNumbers } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '核对户口登记';
const withNumbers = (): Promise<HouseholdDocument> =>
  registerWithNumbers(street, street.door('苹果花园 3-2-502'));

describe('reveal an identity number', () => {
  it('is refused for a household or a member that is not there', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const worker = street.as('worker W1').register;

    for (const input of [
      { householdId: 'nobody', memberKey: keyOf(0), reason },
      { householdId, memberKey: 'zzzzzzzz', reason },
    ]) {
      await expectStandstill(street, () => worker.revealId(input), refused('NOT_FOUND'));
    }
  });

  it('is refused to building heads, volunteers and strangers, and out of reach', async () => {
    const { _id: householdId } = await withNumbers();
    const input = { householdId, memberKey: keyOf(0), reason };

    for (const person of ['head H3', 'volunteer V1', 'outsider X', 'auditor Q']) {
      const call = () => street.as(person).register.revealId(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => street.as('leader GL1').register.revealId(input),
      refused('NOT_FOUND'),
    );
  });

  it('is refused without a reason, and then nothing is recorded', async () => {
    const { _id: householdId } = await withNumbers();

    await expectStandstill(
      street,
      () => street.as('worker W1').register.revealId({ householdId, memberKey: keyOf(0) }),
      refused('REASON_REQUIRED'),
    );
  });

  it('finds nothing where the campaign never asked for numbers', async () => {
    const { id: householdId, form } = street.householdAt('苹果花园 3-1-101');
    const memberKey = form.members[0]?.key ?? '';

    await expectStandstill(
      street,
      () => street.as('worker W1').register.revealId({ householdId, memberKey, reason }),
      refused('NOT_FOUND'),
    );
  });

  it('of a child is refused to staff without a second person', async () => {
    const { _id: householdId } = await withNumbers();

    await expectStandstill(
      street,
      () => street.as('worker W1').register.revealId({ householdId, memberKey: keyOf(2), reason }),
      refused('APPROVAL_REQUIRED'),
    );
  });

  it('answers the worker, and the event names no digit', async () => {
    const { _id: householdId } = await withNumbers();

    const reply = await street
      .as('worker W1')
      .register.revealId({ householdId, memberKey: keyOf(0), reason });

    expect(reply).toEqual(accepted({ idNumber: HEAD_ID }));
    const event = (await street.events()).find(({ audit }) => audit.action === 'person.revealId');
    expect(event?.audit).toMatchObject({ fields: ['idNumber'], reason });
    expect(JSON.stringify(event)).not.toContain(HEAD_ID.slice(6));
  });

  it('is not kept from the household itself, children included', async () => {
    const { _id: householdId } = await withNumbers();
    const resident = await street.seated('resident A');

    expect(await resident.register.revealId({ householdId, memberKey: keyOf(2) })).toEqual(
      accepted({ idNumber: CHILD_ID }),
    );
  });
});
