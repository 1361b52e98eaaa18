/** The seats that are entered by hand in a new environment open nothing before their holder has pledged and bound a phone. */
import { firstSeat } from '../../../scripts/first-seat';
import { openidOf } from '../../../local/seed/personas';
import { settle } from '../fixture/seat-steps';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** X is the first administrator of this street, whose area has an id of its own. */
async function enter(): Promise<string> {
  const seat = firstSeat(street.keyring, { id: 'first', openid: openidOf('X'), today: '2026-03-10' });
  const streetId = street.area('万家街道');
  const seats = await street.all<object>('assignments');
  await street.replaceAll('assignments', [...seats, { ...seat, streetId, scope: { streetId } }]);
  return seat._id;
}

describe('the first seat of an environment', () => {
  it('belongs to the account that was named, for ninety days', () => {
    const seat = firstSeat(street.keyring, { id: 'first', openid: 'account', today: '2026-03-10' });

    expect(seat).toMatchObject({
      userId: street.keyring.actorOf('account'),
      endsOn: '2026-06-08',
      role: 'SA',
    });
    expect(JSON.stringify(seat)).not.toContain('account');
  });

  it('is refused until the pledge is signed and a phone is bound, and works from then on', async () => {
    const calls = street.as('outsider X', await enter());
    const look = { role: 'GW' } as const;

    expect(await calls.user.listPeople(look)).toMatchObject({
      ok: false,
      problem: { code: 'PLEDGE_REQUIRED' },
    });
    const device = await settle(calls);
    expect(await calls.user.listPeople(look)).toEqual(refused('FORBIDDEN', { lacks: 'device' }));

    expect(await calls.user.listPeople(look, { device })).toEqual(accepted(expect.anything()));
  });
});
