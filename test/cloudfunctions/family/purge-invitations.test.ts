import { acceptedBy, filledFor, invite } from '../fixture/invited';
import { openStreet, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY_MS = 24 * 3_600_000;
const door = (room: string) => street.door(`金河湾 1-1-${room}`);

async function leftAfter(days: number): Promise<number> {
  await street.clock.set(START + days * DAY_MS);
  await street.runTimer('purgeInvitations');
  return street.count('invitations');
}

describe('the nightly purge of invitations', () => {
  it('takes drafts after a fortnight, unopened ones after a month, sent ones after two', async () => {
    await acceptedBy(street, door('101'));
    await invite(street, door('101'));
    await filledFor(street, door('102'));

    expect(await leftAfter(13)).toBe(3);
    expect(await leftAfter(14)).toBe(2);
    expect(await leftAfter(30)).toBe(1);
    expect(await leftAfter(60)).toBe(0);
  });
});
