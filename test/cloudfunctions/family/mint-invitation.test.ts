import type { InvitationDocument } from '../../../cloudfunctions/repositories/documents';
import { invite } from '../fixture/invited';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  START,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const DAY_MS = 24 * 3_600_000;

describe('mint an invitation', () => {
  it('is refused for a door that is not there, or of another grid or building', async () => {
    const elsewhere = street.door('龙泉苑 1-1-101').id;

    for (const [person, doorId] of [
      ['worker W1', 'nothing-1'],
      ['worker W1', `${door().unitId}-99`],
      ['worker W1', elsewhere],
      ['building head H3', door().id],
    ] as const) {
      const call = () => street.as(person).family.mintInvitation({ doorId, token: newOpId() });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, outsiders, the street and auditors', async () => {
    for (const person of ['outsider X', 'office ADM', 'auditor Q']) {
      const call = () => street.as(person).family.mintInvitation({ doorId: door().id, token: newOpId() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a token that a person could have thought of', async () => {
    for (const token of ['', '1234', 'A'.repeat(26), 'o'.repeat(27)]) {
      const call = () => street.as('worker W1').family.mintInvitation({ doorId: door().id, token });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('is refused at the issuer’s own door, and once the campaign is over', async () => {
    await register(street, door(), { by: 'worker W1', worker: 'community S' });
    const call = () => street.as('worker W1').family.mintInvitation({ doorId: door().id, token: newOpId() });

    await expectStandstill(street, call, refused('FORBIDDEN'));
    await street.changeCampaign({ closesOn: '2026-03-01' });
    await expectStandstill(street, call, refused('PURPOSE_CLOSED'));
  });

  it('is refused with a token that was used before', async () => {
    const { token } = await invite(street, door());

    const call = () => street.as('worker W1').family.mintInvitation({ doorId: door().id, token });

    await expectStandstill(street, call, refused('WRONG_STATE'));
  });

  it('lasts a day, and is the same invitation when it is asked for again', async () => {
    const token = newOpId();
    const opId = newOpId();
    const mint = (again: boolean) =>
      street.as('worker W1').family.mintInvitation({ doorId: door().id, token }, { opId, again });

    const answer = { plate: door().plate, expiresAt: START + DAY_MS };

    expect(await mint(false)).toEqual(accepted(answer));
    expect(await mint(true)).toEqual(repeated(answer));
    expect(await street.count('invitations')).toBe(1);
  });

  it('is open to the building head of that building', async () => {
    const { id } = street.door('苹果花园 3-2-502');

    dataOf(await street.as('building head H3').family.mintInvitation({ doorId: id, token: newOpId() }));

    expect(await street.all<InvitationDocument>('invitations')).toMatchObject([
      { doorId: id, state: 'open' },
    ]);
  });

  it('keeps its token nowhere in the cloud', async () => {
    const { token } = await invite(street, door());

    const everything = JSON.stringify([
      await street.all('invitations'),
      await street.events(),
      await street.all('audit'),
      await street.all('limits'),
    ]);

    expect(everything).not.toContain(token);
  });
});
