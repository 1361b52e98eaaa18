import { contentAt, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;

describe('read one text', () => {
  it('is refused where there is none, and in another community', async () => {
    const communityId = street.door('樱花苑 2-1-302').communityId;
    const [row] = await layContents(street, [contentAt(street, { communityId })]);
    for (const contentId of ['nothing', row!._id]) {
      await expectStandstill(street, () => S().readContent({ contentId }), refused('NOT_FOUND'));
    }
  });
});
