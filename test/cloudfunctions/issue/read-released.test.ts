import { classified, reported } from '../fixture/issues';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

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
});
