import { classified, neighbour, reported } from '../fixture/issues';
import { dataOf, openStreet, refused, type PersonCalls, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);

describe('one released issue', () => {
  it('is refused until a person has released it, and shows no note', async () => {
    const { id: issueId } = await reported(street);
    expect(await outsider().issue.readReleased({ issueId })).toEqual(refused('NOT_FOUND'));
    await classified(street, issueId, 'release');
    const released = dataOf(await outsider().issue.readReleased({ issueId }));
    expect(released).toMatchObject({
      id: issueId,
      number: issueId.slice(0, 8).toUpperCase(),
      shownPictures: [],
    });
    expect(released.history.map(({ step: name }) => name)).toEqual(['report', 'release']);
  });

  it('says to whoever reported it, or met the same, that they are in, and to nobody else', async () => {
    const { id: issueId, reporter } = await reported(street);
    await classified(street, issueId, 'release');
    const mine = async (person: PersonCalls) => dataOf(await person.issue.readReleased({ issueId })).mine;
    const one = await neighbour(street, 'tenant C');
    expect(await mine(one)).toBe('no');
    dataOf(await one.issue.follow({ issueId }));

    expect([await mine(one), await mine(street.as('tenant C', null))]).toEqual(['follows', 'follows']);
    expect([await mine(reporter), await mine(outsider())]).toEqual(['reported', 'no']);
  });
});
