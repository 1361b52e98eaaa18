import type { AssignmentDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { appliedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const volunteerId = () => street.userId('resident A');
const stored = () => street.stored<VolunteerDocument>('volunteers', volunteerId());

describe('decide about a volunteer', () => {
  it('is refused for nobody, and for another community’s', async () => {
    await appliedVolunteer(street);
    for (const [person, id] of [
      ['administrator S', 'nobody'],
      ['leader GL1', volunteerId()],
    ] as const) {
      const input = { volunteerId: id, version: 1, verdict: 'approve' } as const;
      await expectStandstill(street, () => street.as(person).volunteer.decide(input), refused('NOT_FOUND'));
    }
  });

  it('is refused to volunteers and workers, and about the own household', async () => {
    const { household } = await appliedVolunteer(street);
    const input = { volunteerId: volunteerId(), version: 1, verdict: 'approve' } as const;
    for (const person of ['volunteer E', 'worker W1']) {
      await expectStandstill(street, () => street.as(person).volunteer.decide(input), refused('FORBIDDEN'));
    }
    const accounts = [...household.accounts, street.userId('administrator S')];
    const others = (await street.all<{ _id: string }>('households')).filter(
      ({ _id }) => _id !== household._id,
    );
    await street.replaceAll('households', [...others, { ...household, accounts }]);
    const call = () => street.as('administrator S').volunteer.decide(input);
    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('is refused without a reason, on a version that has passed, and twice', async () => {
    await appliedVolunteer(street);
    const { volunteer } = street.as('administrator S');
    const base = { volunteerId: volunteerId(), version: 1 };
    await expectStandstill(
      street,
      () => volunteer.decide({ ...base, verdict: 'return', reason: '不' }),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => volunteer.decide({ ...base, version: 2, verdict: 'approve' }),
      refused('STALE_VERSION', { version: 1 }),
    );
    dataOf(await volunteer.decide({ ...base, verdict: 'approve' }));
    await expectStandstill(
      street,
      () => volunteer.decide({ ...base, version: 2, verdict: 'approve' }),
      refused('WRONG_STATE', { state: 'approved' }),
    );
  });

  it('gives a seat that is of use once the pledge is signed', async () => {
    await appliedVolunteer(street);
    const opId = newOpId();
    const input = { volunteerId: volunteerId(), version: 1, verdict: 'approve' } as const;
    const { volunteer } = street.as('administrator S');

    expect(await volunteer.decide(input, { opId })).toEqual(accepted({ state: 'approved' }));
    expect(await volunteer.decide(input, { opId })).toEqual(repeated({ state: 'approved' }));

    const seats = await street.all<AssignmentDocument>('assignments', { userId: volunteerId(), role: 'VO' });
    expect(seats).toEqual([expect.objectContaining({ label: '金果社区', pledgeSigned: false })]);
    const own = street.as('resident A', seats[0]?._id ?? '');
    expect(await own.volunteer.readOwn({})).toEqual(refused('PLEDGE_REQUIRED'));
    dataOf(await own.session.signPledge({ version: '1' }));
    expect(dataOf(await own.volunteer.readOwn({})).state).toBe('approved');
    expect(await street.count('messages', { userId: volunteerId(), kind: 'volunteerApproved' })).toBe(1);
  });

  it('sends an application back with a reason, which its maker reads and answers', async () => {
    const { calls } = await appliedVolunteer(street);
    const input = {
      volunteerId: volunteerId(),
      version: 1,
      verdict: 'return',
      reason: '请写能帮的时间',
    } as const;

    expect(await street.as('administrator S').volunteer.decide(input)).toEqual(
      accepted({ state: 'returned' }),
    );

    expect(JSON.stringify(await stored())).not.toContain('能帮的时间');
    expect(dataOf(await calls.volunteer.readOffer({})).standing).toMatchObject({
      state: 'returned',
      reason: '请写能帮的时间',
    });
  });

  it('pauses with a reason until the community says otherwise, and ends with the seat and the number', async () => {
    const volunteerId = street.userId('volunteer E');
    const seatId = street.seatId('volunteer E');
    const { volunteer } = street.as('administrator S');
    const own = street.as('volunteer E').volunteer;
    const words = { skills: ['errand' as const], times: [] };
    const reason = '先了解一下情况';
    const decide = (version: number, verdict: 'pause' | 'resume' | 'end') =>
      volunteer.decide({ volunteerId, version, verdict, ...(verdict === 'resume' ? {} : { reason }) });
    const read = () => street.stored<VolunteerDocument>('volunteers', volunteerId);

    await expectStandstill(
      street,
      () => volunteer.decide({ volunteerId, version: 2, verdict: 'pause' }),
      refused('REASON_REQUIRED'),
    );
    expect(await decide(2, 'pause')).toEqual(accepted({ state: 'paused' }));
    expect(dataOf(await own.hoursOwn({})).standing).toEqual({ version: 3, state: 'paused', reason });
    const resume = await own.editOwn({ version: 3, ...words, move: 'resume' });
    expect(resume).toMatchObject({ ok: false, problem: { code: 'WRONG_STATE' } });
    expect(await decide(3, 'resume')).toEqual(accepted({ state: 'approved' }));
    const before = await read();
    expect(await decide(4, 'end')).toEqual(accepted({ state: 'ended' }));
    expect((await read())?.sealedPhone).not.toBe(before?.sealedPhone);
    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat?.state).toBe('ended');
    const ended = dataOf(await volunteer.listVolunteers({ state: 'ended' })).volunteers;
    expect(ended).toEqual([expect.objectContaining({ id: volunteerId, phone: '' })]);
    expect(await street.count('messages', { userId: volunteerId, kind: 'volunteerMoved' })).toBe(3);
  });
});
