import { contentId } from '../../../cloudfunctions/records/contents';
import { classified, passMinutes, reported, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('hide', () => {
  const reason = '与事实不符的广告';

  it('has a reason, ends on the board alone, and is counted as before', async () => {
    const { id: issueId } = await reported(street);
    await classified(street, issueId, 'release');
    const S = street.as('administrator S');
    const input = { issueId, version: 2, reason };
    await expectStandstill(street, () => S.issue.hide({ ...input, reason: '' }), refused('REASON_REQUIRED'));
    for (const person of ['leader GL1', 'property P1']) {
      const code = person === 'leader GL1' ? 'NOT_FOUND' : 'FORBIDDEN';
      await expectStandstill(street, () => street.as(person).issue.hide(input), refused(code));
    }
    await expectStandstill(street, () => S.issue.hide({ ...input, version: 1 }), refused('STALE_VERSION'));
    dataOf(await S.issue.hide(input));
    await expectStandstill(street, () => S.issue.hide({ ...input, version: 3 }), refused('WRONG_STATE'));
    await passMinutes(street);

    expect(dataOf(await street.as('outsider X', null).issue.readBoard({})).issues).toEqual([]);
    const { counts } = dataOf(await S.issue.readLedger({}));
    expect(counts['lighting']).toMatchObject({ issues: 1, hidden: 1 });
    expect(await street.count('contents', { subjectId: issueId, state: 'hidden' })).toBe(1);
  });

  it('by the desk of texts does the same', async () => {
    const { id, reporter } = await reported(street);
    await classified(street, id, 'release');
    const S = street.as('administrator S');
    dataOf(await S.content.takedown({ contentId: contentId('issue', id), version: 3, reason }));
    expect(await storedIssue(street, id)).toMatchObject({ isHidden: true, isOnBoard: false, publicText: '' });
    const { messages } = dataOf(await reporter.inbox.readInbox({}));
    const told = messages.find(({ title }) => title === '您写的撤下了');
    expect(told?.body).toBe(`反映的问题 已经撤下：${reason}。只是不再公开，这件事不受影响`);
  });
});
