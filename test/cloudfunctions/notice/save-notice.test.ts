import { contentOf, runChecks } from '../fixture/contents';
import { layNotice, publish, WORDS, written } from '../fixture/notices';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';
import type { NoticeDocument } from '../../../cloudfunctions/repositories/documents';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').notice;
const former = { noticeId: 'notice', version: 1 };

describe('write a notice', () => {
  it('is refused where there is no such place, and outside the own territory', async () => {
    const elsewhere = street.building('樱花苑 2');
    for (const [person, groundId] of [
      ['administrator S', 'nothing'],
      ['administrator S', elsewhere],
      ['worker W1', elsewhere],
    ] as const) {
      const call = () => street.as(person).notice.saveNotice({ ...written(street), groundId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    const whole = { groundKind: 'street', groundId: street.door('苹果花园 3-2-502').streetId } as const;
    await expectStandstill(
      street,
      () => S().saveNotice({ ...written(street), ...whole }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to whoever has no territory, and of a notice that is not there', async () => {
    for (const person of ['resident A', 'volunteer E', 'leader H3']) {
      const call = () => street.as(person).notice.saveNotice(written(street));
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => S().saveNotice({ ...written(street), former }),
      refused('NOT_FOUND'),
    );
  });

  it.each([
    ['title', { title: '停水\n通知' }],
    ['title', { title: ' ' }],
    ['body', { body: ' ' }],
    ['endsOn', { endsOn: '2026-03-09' }],
    ['endsOn', { endsOn: '2026-02-30' }],
    ['endsOn', { endsOn: '2026-06-09' }],
  ])('is refused where %s is wrong: %j', async (field, changes) => {
    const call = () => S().saveNotice({ ...written(street), ...changes });
    const reply = await call();
    expect(reply).toMatchObject({ ok: false, problem: { code: 'VALIDATION', details: { field } } });
    expect(await street.count('notices')).toBe(0);
  });

  it("is refused where it shows somebody's phone or door, before anything is kept", async () => {
    for (const body of ['有事打 100 1234 5678', '请送到3号楼2单元502']) {
      const reply = await S().saveNotice({ ...written(street), body });
      expect(reply).toMatchObject({ ok: false, problem: { code: 'CONTENT_REJECTED' } });
    }
    expect([await street.count('notices'), await street.count('contents')]).toEqual([0, 0]);
  });

  it.each(['ended', 'hidden'] as const)('is refused of one that is %s', async (state) => {
    await layNotice(street, { state });
    const call = () => S().saveNotice({ ...written(street), former });
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('is refused on a version that has passed, and to another place once it is out', async () => {
    await layNotice(street, { version: 2 });
    await expectStandstill(
      street,
      () => S().saveNotice({ ...written(street), former }),
      refused('STALE_VERSION', { version: 2 }),
    );
    await layNotice(street);
    const groundId = street.building('苹果花园 5');
    const reply = await S().saveNotice({ ...written(street), groundId, former });
    expect(reply).toMatchObject({ ok: false, problem: { details: { field: 'groundId' } } });
  });

  it('waits where nobody sees it; its words lie sealed', async () => {
    const { noticeId, state } = dataOf(await S().saveNotice(written(street)));
    expect(state).toBe('review');
    const stored = JSON.stringify([await street.all('notices'), await street.all('contents')]);
    expect(stored).not.toContain(WORDS.title);
    expect(await street.as('resident X', null).notice.readNotice({ noticeId })).toMatchObject({
      problem: { code: 'NOT_FOUND' },
    });
  });

  it('is one notice, however often it is sent', async () => {
    const opId = newOpId();
    const first = dataOf(await S().saveNotice(written(street), { opId }));
    expect(dataOf(await S().saveNotice(written(street), { opId }))).toEqual(first);
    expect(await street.count('notices')).toBe(1);
  });

  it('leaves the text that everybody sees until the new one is released', async () => {
    const noticeId = await publish(street);
    const at = { noticeId, version: 2 };
    dataOf(await S().saveNotice({ ...written(street), title: '周日停水', former: at }));
    const seen = async () =>
      dataOf(await street.as('resident X', null).notice.readNotice({ noticeId })).title;
    expect(await seen()).toBe(WORDS.title);
    await runChecks(street);
    const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
    dataOf(await street.as('administrator S').content.review({ contentId, version, verdict: 'release' }));
    expect(await seen()).toBe('周日停水');
    expect(await street.count('jobs', { kind: 'notice' })).toBe(1);
  });

  it('may be given back and written anew, and is gone from sight once it is taken down', async () => {
    const { noticeId } = dataOf(await S().saveNotice(written(street)));
    await runChecks(street);
    const staff = street.as('administrator S2').content;
    const row = async () => {
      const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
      return { contentId, version };
    };
    dataOf(await staff.review({ ...(await row()), verdict: 'return', reason: '请写清楚几点' }));
    expect(await street.stored<NoticeDocument>('notices', noticeId)).toMatchObject({ state: 'returned' });
    dataOf(await S().saveNotice({ ...written(street), former: { noticeId, version: 2 } }));
    await runChecks(street);
    dataOf(await staff.review({ ...(await row()), verdict: 'release' }));
    dataOf(await staff.takedown({ ...(await row()), reason: '时间写错了' }));
    expect(await street.stored<NoticeDocument>('notices', noticeId)).toMatchObject({
      state: 'hidden',
      title: '',
      body: '',
    });
    expect(dataOf(await street.as('administrator S').content.queue({ show: 'released' })).contents).toEqual(
      [],
    );
  });
});
