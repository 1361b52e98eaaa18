import type { ConsentDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { APPLICATION, appliedVolunteer, approvedVolunteer, residentAtHome } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const own = { from: 'own', name: '李小雨', phone: '10000000909', isAdult: true } as const;
const stored = () => street.all<VolunteerDocument>('volunteers', { _id: street.userId('resident A') });

describe('offer to help', () => {
  it('is refused to who is no resident, and for a person of another household', async () => {
    const input = { ...APPLICATION, person: own };
    for (const person of [
      street.as('outsider X', null),
      street.as('volunteer E'),
      street.as('administrator S'),
    ]) {
      await expectStandstill(street, () => person.volunteer.apply(input), refused('FORBIDDEN'));
    }
    const resident = await residentAtHome(street);
    const stranger = { from: 'registration', memberKey: 'zzzzzzzz' } as const;
    await expectStandstill(
      street,
      () => resident.volunteer.apply({ ...APPLICATION, person: stranger }),
      refused('NOT_FOUND'),
    );
  });

  it.each([
    ['a name that is none', { person: { ...own, name: 'A1' } }, 'VALIDATION'],
    ['a number that is none', { person: { ...own, phone: '123' } }, 'VALIDATION'],
    ['no consent', { person: own, consent: { given: false, noticeVersion: '1' } }, 'CONSENT_REQUIRED'],
    ['a minor alone', { person: { ...own, isAdult: false } }, 'CONSENT_REQUIRED'],
    [
      'a minor of the registration alone',
      { person: { from: 'registration', memberKey: 'bbbbbbbb' } },
      'CONSENT_REQUIRED',
    ],
    ['a guardian without a name', { person: { ...own, isAdult: false }, guardianName: '1' }, 'VALIDATION'],
  ] as const)('is refused with %s', async (_, changes, code) => {
    const resident = await residentAtHome(street);
    const call = () => resident.volunteer.apply({ ...APPLICATION, ...changes });
    await expectStandstill(street, call, refused(code));
  });

  it('is refused to who helps already', async () => {
    const resident = await residentAtHome(street);
    await approvedVolunteer(street, 'resident A');
    const call = () => resident.volunteer.apply({ ...APPLICATION, person: own });
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'approved' }));
  });

  it('uses the registration where its owner says so, and keeps the yes', async () => {
    const { household } = await appliedVolunteer(street);

    const [volunteer] = await stored();
    expect(volunteer).toMatchObject({
      state: 'applied',
      isReused: true,
      isAdult: true,
      householdId: household._id,
    });
    expect(JSON.stringify(volunteer)).not.toContain('王小明');
    const [consent] = await street.all<ConsentDocument>('consents', { purpose: 'volunteer' });
    expect(consent).toMatchObject({ householdId: household._id, guardian: false, noticeVersion: '1' });
  });

  it('takes what was typed where the registration is refused', async () => {
    const resident = await residentAtHome(street);

    expect(await resident.volunteer.apply({ ...APPLICATION, person: own })).toEqual(
      accepted({ state: 'applied' }),
    );

    expect((await stored())[0]).toMatchObject({ isReused: false });
  });

  it('names compounds of the own community where one would help, and of no other', async () => {
    const resident = await residentAtHome(street);
    const [, next, elsewhere] = ['苹果花园 3-2-502', '金河湾 1-1-101', '樱花苑 2-1-302'].map(
      (door) => street.door(door).compoundId,
    );
    const input = (...ids: (string | undefined)[]) => ({
      ...{ ...APPLICATION, person: own },
      compoundIds: ids.flatMap((id) => id ?? []),
    });
    const call = () => resident.volunteer.apply(input(next, elsewhere));
    await expectStandstill(street, call, refused('VALIDATION', { field: 'compoundIds' }));

    dataOf(await resident.volunteer.apply(input(next)));

    expect((await stored())[0]?.places).toEqual([{ id: next, name: '金河湾' }]);
    dataOf(await resident.volunteer.apply(input()));
    expect((await stored())[0]?.places).toEqual([]);
  });

  it('of a minor stands with the guardian’s word', async () => {
    const resident = await residentAtHome(street);
    const person = { from: 'registration', memberKey: 'bbbbbbbb' } as const;

    dataOf(await resident.volunteer.apply({ ...APPLICATION, person, guardianName: '王小明' }));

    expect((await stored())[0]).toMatchObject({ isAdult: false, guardianConsent: { on: '2026-03-10' } });
  });

  it('of somebody who comes back leaves in hand what was, and the rest as long', async () => {
    const resident = await residentAtHome(street);
    const kept = { openWishes: ['a', 'b', 'c'], claimsFrom: '2026-03-17', failures: 2 };
    await approvedVolunteer(street, 'resident A', { ...kept, state: 'ended' });

    dataOf(await resident.volunteer.apply({ ...APPLICATION, person: own }));

    expect((await stored())[0]).toMatchObject({ ...kept, state: 'applied' });
  });

  it('sent twice is one, and sent anew takes the first one’s place', async () => {
    const resident = await residentAtHome(street);
    const opId = newOpId();
    const input = { ...APPLICATION, person: own };

    dataOf(await resident.volunteer.apply(input, { opId }));
    expect(await resident.volunteer.apply(input, { opId })).toEqual(repeated({ state: 'applied' }));
    dataOf(await resident.volunteer.apply({ ...input, skills: ['tutor'] }));

    expect(await stored()).toEqual([expect.objectContaining({ version: 2, skills: ['tutor'] })]);
  });
});
