import type { AssignmentDocument } from '../../../cloudfunctions/repositories/documents';
import { offer, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import {
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  type PersonCalls,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const newVolunteer = async (): Promise<{ seatId: string; calls: PersonCalls }> =>
  take(street, 'outsider X', await offer(street));

const sign = ({ session }: PersonCalls, version = '1') => session.signPledge({ version: version as '1' });

describe('sign the pledge', () => {
  it('is refused to outsiders and residents, who have nothing to sign for', async () => {
    for (const person of ['outsider X', 'resident B']) {
      await expectStandstill(street, () => sign(street.as(person)), refused('FORBIDDEN'));
    }
  });

  it('is refused in the seat of somebody else, and in none', async () => {
    const { seatId } = await newVolunteer();

    for (const calls of [street.as('worker W1', seatId), street.as('outsider X', null)]) {
      await expectStandstill(street, () => sign(calls), refused('FORBIDDEN'));
    }
  });

  it('is refused for a text that is not in force', async () => {
    const { calls } = await newVolunteer();

    for (const version of ['0', '2', '']) {
      await expectStandstill(street, () => sign(calls, version), refused('VALIDATION'));
    }
  });

  it('is refused where it is signed', async () => {
    const { calls } = await newVolunteer();
    dataOf(await sign(calls));

    await expectStandstill(street, () => sign(calls), refused('WRONG_STATE'));
    await expectStandstill(street, () => sign(street.as('worker W1')), refused('WRONG_STATE'));
  });

  it('is signed once, on record with its version', async () => {
    const { calls, seatId } = await newVolunteer();
    const opId = newOpId();

    const first = dataOf(await calls.session.signPledge({ version: '1' }, { opId }));

    expect(first).toEqual({ signedOn: '2026-03-10' });
    const again = await calls.session.signPledge({ version: '1' }, { opId, again: true });
    expect(again).toEqual(repeated(first));
    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat).toMatchObject({ pledgeSigned: true, pledgeVersion: '1', version: 2 });
    const signed = (await street.events()).filter(({ audit }) => audit.action === 'pledge.sign');
    expect(signed.map(({ audit }) => audit.objects)).toEqual([[seatId]]);
  });

  it('leads to work, and nothing before it does', async () => {
    const { calls } = await newVolunteer();
    expect(dataOf(await calls.session.whoami({})).seats).toMatchObject([{ role: 'GV', lacks: 'pledge' }]);
    await expectStandstill(street, () => calls.census.listWalls({}), refused('PLEDGE_REQUIRED'));

    dataOf(await sign(calls));

    expect(dataOf(await calls.session.whoami({})).seats[0]).not.toHaveProperty('lacks');
    expect((await calls.census.listWalls({})).ok).toBe(true);
  });
});
