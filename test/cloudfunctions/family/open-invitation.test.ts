import { acceptedBy, invite } from '../fixture/invited';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const DAY_MS = 24 * 3_600_000;

async function verdictFor(person: string, token: string) {
  return dataOf(await street.as(person, null).family.openInvitation({ token }));
}

describe('open an invitation', () => {
  it('is refused for a token that nobody sent, and counts it as a wrong code', async () => {
    const call = () => street.as('outsider X').family.openInvitation({ token: newOpId() });

    for (let wrong = 1; wrong < 10; wrong += 1) expect(await call()).toEqual(refused('NOT_FOUND'));
    expect(await call()).toEqual(refused('RATE_LIMITED'));
  });

  it('is open to whoever it reaches first, and looking changes nothing', async () => {
    const { token } = await invite(street, door());

    const call = () => street.as('resident B', null).family.openInvitation({ token });

    await expectStandstill(
      street,
      call,
      expect.objectContaining({ data: expect.objectContaining({ verdict: 'open', plate: door().plate }) }),
    );
  });

  it('is the own one to whoever accepted it, and a plain way to anybody else', async () => {
    const { token, invitationId } = await acceptedBy(street, door());

    expect(await verdictFor('resident B', token)).toMatchObject({ verdict: 'mine', invitationId });
    const plain = await verdictFor('outsider X', token);
    expect(plain).toMatchObject({ verdict: 'plain', plate: door().plate });
    expect(plain.invitationId).toBeUndefined();
  });

  it('is a plain way to whoever sent it, and to everybody once its day is over', async () => {
    const { token } = await invite(street, door());

    expect(await verdictFor('worker W1', token)).toMatchObject({ verdict: 'plain' });
    await street.clock.set(street.clock.now() + DAY_MS - 1);
    expect(await verdictFor('resident B', token)).toMatchObject({ verdict: 'open' });
    await street.clock.set(street.clock.now() + 1);
    expect(await verdictFor('resident B', token)).toMatchObject({ verdict: 'plain' });
  });

  it('says the same of one that somebody has and of one whose day is over', async () => {
    const used = await acceptedBy(street, door());
    const over = await invite(street, door());
    await street.clock.set(street.clock.now() + DAY_MS);

    const [one, other] = [
      await verdictFor('outsider X', used.token),
      await verdictFor('outsider X', over.token),
    ];

    expect({ ...one, ticket: '' }).toEqual({ ...other, ticket: '' });
  });

  it('hands out a ticket to the blank form of that door', async () => {
    const { token } = await acceptedBy(street, door());
    const { ticket = '' } = await verdictFor('outsider X', token);

    expect(street.keyring.readTicket(ticket, street.clock.now())).toEqual({ doorId: door().id });
  });
});
