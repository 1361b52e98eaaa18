import type { AssignmentDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const words = { skills: ['tutor' as const], times: ['weekendDay' as const] };
const stored = () => street.stored<VolunteerDocument>('volunteers', street.userId('volunteer E'));

describe('edit the own page', () => {
  it('is refused to everybody else, and where there is none', async () => {
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      const call = () => person.volunteer.editOwn({ version: 2, ...words });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await street.replaceAll('volunteers', []);
    const call = () => street.as('volunteer E').volunteer.editOwn({ version: 2, ...words });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused with a number that is none, on a version that has passed, and out of turn', async () => {
    const { volunteer } = street.as('volunteer E');
    for (const [input, refusal] of [
      [{ version: 2, ...words, phone: '12' }, refused('VALIDATION')],
      [{ version: 1, ...words }, refused('STALE_VERSION', { version: 2 })],
      [{ version: 2, ...words, move: 'resume' as const }, refused('WRONG_STATE', { state: 'approved' })],
    ] as const) {
      await expectStandstill(street, () => volunteer.editOwn(input), refusal);
    }
  });

  it('changes words and number', async () => {
    const before = await stored();
    const input = { version: 2, ...words, phone: '10000000911' };
    expect(await street.as('volunteer E').volunteer.editOwn(input)).toEqual(
      accepted({ version: 3, state: 'approved' }),
    );
    const after = await stored();
    expect(after).toMatchObject({ ...words, version: 3 });
    expect(after?.sealedPhone).not.toBe(before?.sealedPhone);
  });

  it('keeps the compounds where one would help until others are named, or none', async () => {
    const { volunteer } = street.as('volunteer E');
    const { compoundId } = street.door('金河湾 1-1-101');
    const places = [{ id: compoundId, name: '金河湾' }];
    const elsewhere = { version: 2, ...words, compoundIds: [street.door('樱花苑 2-1-302').compoundId] };
    await expectStandstill(street, () => volunteer.editOwn(elsewhere), refused('VALIDATION'));

    dataOf(await volunteer.editOwn({ version: 2, ...words, compoundIds: [compoundId] }));
    expect(await stored()).toMatchObject({ places });
    dataOf(await volunteer.editOwn({ version: 3, ...words }));
    expect(await stored()).toMatchObject({ places });
    dataOf(await volunteer.editOwn({ version: 4, ...words, compoundIds: [] }));
    expect(await stored()).toMatchObject({ places: [] });
  });

  it('rests, comes back with the name in the list, and leaves with the seat', async () => {
    const { volunteer } = await approvedVolunteer(street, 'volunteer E', {
      allowsHonour: true,
      honour: 'yes',
    });

    dataOf(await volunteer.editOwn({ version: 2, ...words, move: 'pause' }));
    expect(await stored()).toMatchObject({ state: 'paused', honour: 'no' });
    dataOf(await volunteer.editOwn({ version: 3, ...words, move: 'resume' }));
    expect(await stored()).toMatchObject({ state: 'approved', honour: 'yes' });
    dataOf(await volunteer.editOwn({ version: 4, ...words, move: 'end' }));
    expect(await stored()).toMatchObject({ state: 'ended', honour: 'no' });
    const seat = await street.stored<AssignmentDocument>('assignments', street.seatId('volunteer E'));
    expect(seat?.state).toBe('ended');
  });
});
