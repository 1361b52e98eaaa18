import { expectStandstill } from '../fixture/standstill';
import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import {
  codeOf,
  FOR_K,
  doorOfK,
  keptForK,
  keptOfA,
  publishedForK,
  RELEASE,
  STOOL,
  toldOfWishes,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('review a wish', () => {
  const review = async (person: string, changes: Partial<typeof RELEASE> = {}) => {
    const { _id: wishId, version } = await keptForK(street);
    const verdict = { ...RELEASE, ...changes };
    return { wishId, call: () => street.as(person).wish.review({ wishId, version, verdict }) };
  };

  it('is refused for a wish that is not there, in another community, and to everybody outside the office', async () => {
    const missing = { wishId: 'nothing', version: 1, verdict: RELEASE };
    await expectStandstill(street, () => street.as('community S').wish.review(missing), refused('NOT_FOUND'));
    const { call: elsewhere, wishId } = await review('leader GL1');
    await expectStandstill(street, elsewhere, refused('NOT_FOUND'));
    for (const person of ['head H3', 'worker W1', 'volunteer E', 'outsider X', 'auditor Q']) {
      const call = () => street.as(person).wish.review({ ...missing, wishId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused to who made it', async () => {
    const input = { doorId: doorOfK(street).id, ...FOR_K };
    const { wishId } = dataOf(await street.as('community S').wish.createFor(input));
    await street.runTimer('checkContents');

    const call = () => street.as('community S').wish.review({ wishId, version: 1, verdict: RELEASE });

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it.each([{ needSeen: false }, { agreed: false }])(
    'does not release what nobody has verified: %j',
    async (changes) => {
      const { call } = await review('community S', changes);

      await expectStandstill(
        street,
        call,
        refused('CONSENT_REQUIRED', { sentence: '先问过本人：确实需要，也同意挂出来' }),
      );
    },
  );

  it('does not send a stranger alone to somebody who lives alone', async () => {
    const { call } = await review('community S', { escort: 'nobody' });

    const reply = await call();

    expect(reply).toMatchObject({ ok: false, problem: { code: 'VALIDATION', details: { field: 'escort' } } });
  });

  it('does not send along who made it for another where nobody did', async () => {
    const { _id: wishId, version } = await keptOfA(street);
    const verdict = { ...RELEASE, escort: 'helper' } as const;

    const reply = await street.as('community S').wish.review({ wishId, version, verdict });

    expect(reply).toMatchObject({ ok: false, problem: { code: 'VALIDATION', details: { field: 'escort' } } });
  });

  it('does not release what asks for money until a person says that it does not', async () => {
    const { _id: wishId, version } = await keptOfA(street, '想借 500 元周转');
    const { wish } = street.as('community S');
    const release = { wishId, version, verdict: RELEASE };

    const refusal = await wish.review(release);
    const desk = dataOf(await wish.listDesk({}));
    const overruled = await wish.review({ ...release, verdict: { ...RELEASE, notMoney: true } });

    expect(refusal).toMatchObject({ ok: false, problem: { code: 'CONTENT_REJECTED' } });
    expect(desk.wishes).toMatchObject([{ id: wishId, isMoney: true }]);
    expect(overruled).toEqual(accepted({ state: 'published', version: version + 1 }));
  });

  it('does not release what the machine has not seen yet', async () => {
    const input = { doorId: doorOfK(street).id, ...FOR_K };
    const { wishId } = dataOf(await street.as('head H3').wish.createFor(input));

    const reply = await street.as('community S').wish.review({ wishId, version: 1, verdict: RELEASE });

    expect(reply).toMatchObject({ ok: false, problem: { code: 'WRONG_STATE' } });
    expect(await wishStored(street, wishId)).toMatchObject({ state: 'review', text: '' });
  });

  it('is refused on an old version, and twice', async () => {
    const { _id: wishId, version } = await publishedForK(street);
    const { wish } = street.as('community S2');

    const late = await wish.review({ wishId, version, verdict: RELEASE });

    expect(late).toMatchObject({
      ok: false,
      problem: { code: 'WRONG_STATE', details: { state: 'published' } },
    });
    const other = await keptForK(street, { text: '一位老人想学用手机', isAnother: true });
    await expectStandstill(
      street,
      () => wish.review({ wishId: other._id, version: 7, verdict: RELEASE }),
      refused('STALE_VERSION'),
    );
  });

  it('returns it with a reason, which the helper reads', async () => {
    const { _id: wishId, version } = await keptForK(street);
    const { wish } = street.as('community S');

    await expectStandstill(
      street,
      () => wish.review({ wishId, version, verdict: { is: 'return', reason: '不' } }),
      refused('REASON_REQUIRED'),
    );
    const reply = await wish.review({ wishId, version, verdict: { is: 'return', reason: '写清楚高度' } });

    expect(reply).toEqual(accepted({ state: 'returned', version: version + 1 }));
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note)).toEqual(['社区请您改一改再交。']);
  });

  it('releases it: words, kind and compound are public, the code goes to the helper alone', async () => {
    const wish = await publishedForK(street);

    const board = dataOf(await street.as('outsider X').wish.listPublished({ view: 'open' }));
    expect(board.wishes).toEqual([
      {
        id: wish._id,
        text: STOOL,
        kind: 'goods',
        compoundId: street.door('苹果花园 3-2-201').compoundId,
        compound: '苹果花园',
        state: 'published',
        publishedOn: '2026-03-10',
        dueOn: '2026-03-20',
        limitYuan: 100,
        needsTeam: false,
      },
    ]);
    const messages = await toldOfWishes(street, 'head H3');
    const code = messages.find(({ kind }) => kind === 'wishCode');
    expect(JSON.stringify(code)).not.toContain(codeOf(street, wish));
    expect(code?.sealedValues).toBeDefined();
    expect(code?.link).toContain(`my-wishes?wish=${wish._id}`);
    const [content] = await street.all<ContentDocument>('contents', { subjectId: wish._id });
    expect(content?.state).toBe('released');
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'wish.review');
    expect(event?.audit.fields).toEqual(['published', 'need', 'consent']);
  });
});
