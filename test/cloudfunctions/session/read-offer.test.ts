import { offer, offerByTwo, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, invoke, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY = 24 * 60 * 60_000;

const read = (token: string) => street.as('outsider X').session.readOffer({ token });

describe('read an offered seat', () => {
  it('is refused for a link that nobody made', async () => {
    await offer(street);

    await expectStandstill(street, () => read('z'.repeat(26)), refused('NOT_FOUND'));
  });

  it('is refused to somebody whom the platform does not know', async () => {
    const { token } = await offer(street);
    const envelope = { procedure: 'readOffer', input: { token } };

    const call = () => invoke(street.url, { openid: 'wx-nobody' }, { function: 'session', envelope });

    await expectStandstill(street, call, refused('UNAUTHENTICATED'));
  });

  it('takes no text that is no link', async () => {
    for (const token of ['', 'short', 'Z'.repeat(26), 'z'.repeat(27)]) {
      await expectStandstill(street, () => read(token), refused('VALIDATION'));
    }
  });

  it('is refused once it is taken or withdrawn, and says which', async () => {
    const taken = await offer(street);
    await take(street, 'resident B', taken);
    await expectStandstill(street, () => read(taken.token), refused('WRONG_STATE', { state: 'taken' }));

    const { offerId, token } = await offer(street);
    dataOf(await street.as('community S').user.withdrawOffer({ offerId }));
    await expectStandstill(street, () => read(token), refused('WRONG_STATE', { state: 'void' }));
  });

  it('is refused from the end of its day on', async () => {
    const { token } = await offer(street);
    const { expiresAt } = dataOf(await read(token));
    expect(expiresAt).toBe(street.clock.now() + DAY);

    await street.clock.set(expiresAt - 1);
    expect((await read(token)).ok).toBe(true);
    await street.clock.set(expiresAt);

    await expectStandstill(street, () => read(token), refused('EXPIRED'));
  });

  it('says role, place and last day, and nothing of whoever offered it', async () => {
    const { token } = await offer(street);

    expect(dataOf(await read(token))).toEqual({
      role: 'GV',
      label: '金果社区',
      endsOn: '2026-06-08',
      expiresAt: expect.any(Number),
    });
  });

  it('changes nothing by being read, and may be read again', async () => {
    const { token } = await offerByTwo(street, 'SA');
    const first = await read(token);

    await expectStandstill(street, () => read(token), first);
    expect(dataOf(first)).toMatchObject({ role: 'SA' });
  });
});
