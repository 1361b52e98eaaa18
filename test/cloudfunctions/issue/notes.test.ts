/** What is written beside a step is read by somebody else: it gives away no number, whoever writes it. */
import { answered, DARK, reported, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const NUMBER = '打 10012345678 找我';
const REJECTED = refused('CONTENT_REJECTED');

describe('a note with a number', () => {
  it('is refused to the reporter who confirms or reopens', async () => {
    const { id: issueId, reporter } = await reported(street);
    await answered(street, issueId);
    const { version } = await storedIssue(street, issueId);
    const { issue } = reporter;
    const input = { issueId, version, note: NUMBER };

    await expectStandstill(street, () => issue.confirm({ ...input, rating: 5 }), REJECTED);
    await expectStandstill(street, () => issue.reopen(input), REJECTED);
  });

  it('is refused to the office that hides', async () => {
    const { id: issueId } = await reported(street);
    const { version } = await storedIssue(street, issueId);
    const { issue } = street.as('administrator S');

    await expectStandstill(street, () => issue.hide({ issueId, version, reason: NUMBER }), REJECTED);
  });

  it('is refused to whoever asked back by phone', async () => {
    const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
    const raisedBy = { who: 'phone', phone: '10012345678' } as const;
    const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
    await answered(street, issueId);
    const { version } = await storedIssue(street, issueId);
    const input = { issueId, version, isSolved: true, reason: NUMBER };

    await expectStandstill(street, () => street.as('office ADM2').issue.close(input), REJECTED);
  });
});
