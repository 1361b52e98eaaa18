import { passMinutes, reported } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');

describe('open an issue', () => {
  it('open tells what the machine said, and leaves a trace', async () => {
    const { id: issueId } = await reported(street);
    const checkOf = async () => dataOf(await S().issue.open({ issueId })).check;
    const before = await checkOf();
    await passMinutes(street);
    expect([before, await checkOf()]).toEqual(['due', 'passed']);
    expect(await street.count('audit', { 'audit.action': 'issue.work' })).toBe(2);
  });
});
