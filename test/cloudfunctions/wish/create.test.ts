import { openWishContact } from '../../../cloudfunctions/records/sealed-wish';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { keptOfA, OWN_NUMBER, residentA, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const typed = { from: 'typed', name: '安先生', phone: OWN_NUMBER } as const;
const OWN = { text: '想请人教用手机看孙女', contact: typed };

describe('make a wish', () => {
  it('is refused to whoever has no home in the street', async () => {
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'community S']) {
      await expectStandstill(street, () => street.as(person).wish.create(OWN), refused('FORBIDDEN'));
    }
  });

  it.each([
    ['一个人住，想要人陪着说话', /一个人住/],
    ['想有人陪着看病', /写成“陪着去医院”。别的写在下面/],
    ['请打 139 0000 1234 联系', /手机号/],
  ])('is refused in kind words: %s', async (text, sentence) => {
    const resident = await residentA(street);
    const call = () => resident.wish.create({ ...OWN, text });

    const reply = await call();

    expect(reply).toMatchObject({ ok: false, problem: { code: 'CONTENT_REJECTED' } });
    expect(reply.ok ? '' : reply.problem.details['sentence']).toMatch(sentence);
    expect(await street.count('wishes')).toBe(0);
    expect(await street.count('contents', { kind: 'wish' })).toBe(0);
  });

  it('is refused with a number that is none, and without a name', async () => {
    const resident = await residentA(street);

    for (const contact of [
      { ...typed, phone: '123' },
      { ...typed, name: ' ' },
    ]) {
      const reply = await resident.wish.create({ ...OWN, contact });
      expect(reply).toMatchObject({ ok: false, problem: { code: 'VALIDATION' } });
    }
    expect(await street.count('wishes')).toBe(0);
  });

  it('keeps the words and the private part sealed, and is public nowhere', async () => {
    const wish = await keptOfA(street);

    const stored = JSON.stringify(wish);
    for (const secret of [OWN.text, '安先生', OWN_NUMBER, '502']) expect(stored).not.toContain(secret);
    expect(wish).toMatchObject({ state: 'review', text: '', isHelped: false, desk: 'review' });
    expect(wish.barred).toContain(street.userId('resident A'));
    expect(openWishContact(street.keyring, wish)).toEqual({ name: '安先生', phone: OWN_NUMBER });
    const board = dataOf(await street.as('outsider X').wish.listPublished({ view: 'open' }));
    expect(board.wishes).toEqual([]);
    expect(await street.as('outsider X').wish.readPublished({ wishId: wish._id })).toEqual(
      refused('NOT_FOUND'),
    );
  });

  it('takes name and phone from the own registration where the person says so', async () => {
    const resident = await residentA(street);

    const { wishId } = dataOf(
      await resident.wish.create({ text: OWN.text, contact: { from: 'registration' } }),
    );

    const contact = openWishContact(street.keyring, await wishStored(street, wishId));
    expect(contact?.phone).toMatch(/^100/);
    expect(contact?.name).not.toBe('');
  });

  it('suggests a wish of the same home that says nearly the same, and takes it as another one when told so', async () => {
    const first = await keptOfA(street);
    const resident = await residentA(street);
    const again = { ...OWN, text: '请人教一下用手机看孙女' };

    await expectStandstill(
      street,
      () => resident.wish.create(again),
      accepted({ outcome: 'similar', wishId: first._id, text: OWN.text }),
    );
    expect(dataOf(await resident.wish.create({ ...again, isAnother: true }))).toMatchObject({
      outcome: 'kept',
    });
  });

  it('is flagged where it asks for money, and kept for a person to decide', async () => {
    const wish = await keptOfA(street, '想借 500 元周转');

    expect(wish).toMatchObject({ state: 'review', isMoney: true });
  });

  it('is made once, however often it is sent, and five times a day at most', async () => {
    const { wish } = await residentA(street);
    const opId = newOpId();
    const first = dataOf(await wish.create(OWN, { opId }));

    expect(await wish.create(OWN, { opId, again: true })).toEqual(repeated(first));
    expect(await street.count('wishes')).toBe(1);
    for (const text of ['想要一把雨伞', '想学剪纸', '想换个灯泡', '想要一盆花']) {
      dataOf(await wish.create({ ...OWN, text }));
    }
    expect(await wish.create({ ...OWN, text: '想听一场戏' })).toEqual(refused('RATE_LIMITED'));
  });
});
