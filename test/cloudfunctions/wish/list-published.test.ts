import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';
import {
  claimed,
  codeOf,
  HELPED,
  keptForK,
  metForK,
  publishedForK,
  released,
  STOOL,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const MINUTE_MS = 60_000;
const laterBy = async (ms: number) => street.clock.set(street.clock.now() + ms);

describe('the board', () => {
  it('has the wish that waits longest on top, also after a claim came to nothing', async () => {
    const oldest = await publishedForK(street);
    await laterBy(MINUTE_MS);
    const other = { kind: 'service', limitYuan: 50 } as const;
    const kept = await keptForK(street, { text: '一位老人想学用手机', isAnother: true });
    const newer = await released(street, kept, other);
    const ids = async (filter: object = {}) =>
      dataOf(await street.as('outsider X').wish.listPublished({ view: 'open', ...filter })).wishes.map(
        ({ id }) => id,
      );

    expect(await ids()).toEqual([oldest._id, newer._id]);
    const { version } = await claimed(street, oldest);
    expect(await ids()).toEqual([newer._id]);
    const back = { wishId: oldest._id, version, reason: 'noTime' } as const;
    dataOf(await street.as('volunteer E').wish.giveBack(back));

    expect(await ids()).toEqual([oldest._id, newer._id]);
    expect(await ids({ kind: 'service' })).toEqual([newer._id]);
    expect(await ids({ compoundId: oldest.compoundId })).toEqual([oldest._id, newer._id]);
    expect(await ids({ compoundId: street.door('金河湾 1-1-101').compoundId })).toEqual([]);
    expect(await ids({ compoundId: oldest.compoundId, kind: 'goods' })).toEqual([oldest._id]);
  });

  it('shows a volunteer where they would help first, and all of it where nothing hangs there', async () => {
    const oldest = await publishedForK(street);
    await laterBy(MINUTE_MS);
    const kept = await keptForK(street, { text: '一位老人想学用手机', isAnother: true });
    const newer = await released(street, kept, { kind: 'service' });
    const { compoundId } = street.door('金河湾 1-1-101');
    await street.replaceAll('wishes', [oldest, { ...newer, compoundId, compound: '金河湾' }]);
    const places = [{ id: compoundId, name: '金河湾' }];
    const { wish } = await approvedVolunteer(street, 'volunteer E', { places });
    const shown = async (filter: object) => {
      const { wishes, isNear } = dataOf(await wish.listPublished({ view: 'open', near: true, ...filter }));
      return [isNear, ...wishes.map(({ id }) => id)];
    };

    expect(await shown({})).toEqual([true, newer._id]);
    expect(await shown({ near: false })).toEqual([false, oldest._id, newer._id]);
    expect(await shown({ kind: 'goods' })).toEqual([false, oldest._id]);
    expect(await shown({ compoundId: oldest.compoundId })).toEqual([false, oldest._id]);
    const other = street.as('volunteer F').wish;
    expect(dataOf(await other.listPublished({ view: 'open', near: true })).isNear).toBe(false);
  });

  it('says nothing of who it is for: no name, number, building or condition', async () => {
    const wish = await metForK(street);

    const shown = JSON.stringify([
      dataOf(await street.as('outsider X').wish.listPublished({ view: 'met' })),
      dataOf(await street.as('volunteer F').wish.readPublished({ wishId: wish._id })),
    ]);

    expect(shown).toContain(STOOL);
    const secrets = [HELPED.name, HELPED.phone, HELPED.note, '3-2-201', codeOf(street, wish), 'isAlone'];
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(shown).not.toContain(street.userId('volunteer E'));
  });

  it('takes no cursor that it did not give', async () => {
    const reply = await street.as('outsider X').wish.listPublished({ view: 'open', cursor: 'x' });

    expect(reply).toMatchObject({ ok: false, problem: { code: 'VALIDATION' } });
  });
});
