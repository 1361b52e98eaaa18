import type { DirectoryDocument } from '../../../cloudfunctions/repositories/documents';
import { contentOf } from '../fixture/contents';
import { OFFICE_TEXT, officeOf, release } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').guide;
/** Of the shape that a private person's number has; nobody's. */
const MOBILE = `138${'0'.repeat(8)}`;
const OF_STREET = '人大代表联络站';

async function publicNames(): Promise<string[]> {
  const { entries } = dataOf(await street.as('outsider X').guide.listDirectory({}));
  return entries.map(({ name }) => name);
}

describe('guide.saveOffice', () => {
  it('is refused where there is no such office, and for the street’s and another community’s', async () => {
    const { _id: officeId, version } = await officeOf(street);
    const { _id: streetOwn } = await officeOf(street, OF_STREET);
    const change = { version, text: OFFICE_TEXT };
    for (const id of ['nothing', streetOwn]) {
      await expectStandstill(street, () => S().saveOffice({ ...change, officeId: id }), refused('NOT_FOUND'));
    }
    const foreign = street.as('leader GL1').guide;
    await expectStandstill(street, () => foreign.saveOffice({ ...change, officeId }), refused('NOT_FOUND'));
  });

  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'auditor Q']) {
      const { guide } = street.as(person);
      const save = () => guide.saveOffice({ version: 0, text: OFFICE_TEXT });
      await expectStandstill(street, save, refused('FORBIDDEN'));
    }
  });

  it('takes an office’s number alone, in its field and in its words', async () => {
    const mobile = { ...OFFICE_TEXT, phone: MOBILE };
    await expectStandstill(street, () => S().saveOffice({ version: 0, text: mobile }), refused('VALIDATION'));
    const telling = { ...OFFICE_TEXT, where: '王师傅家，手机 10012345678' };
    const call = () => S().saveOffice({ version: 0, text: telling });
    await expectStandstill(street, call, refused('CONTENT_REJECTED', { kinds: 'phone' }));
  });

  it('is refused on a version that has passed', async () => {
    const { _id: officeId } = await officeOf(street);
    const stale = () => S().saveOffice({ officeId, version: 9, text: OFFICE_TEXT });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 1 }));
  });

  it('shows what was written once somebody has let it out, and the former facts until then', async () => {
    const opId = newOpId();
    const { _id: officeId } = await officeOf(street);
    const input = { officeId, version: 1, text: OFFICE_TEXT };
    expect(await S().saveOffice(input, { opId })).toEqual(accepted({ officeId, version: 2 }));
    expect(await S().saveOffice(input, { opId, again: true })).toEqual(repeated({ officeId, version: 2 }));
    expect(await publicNames()).toContain('苹果花园业主委员会');

    await release(street, 'office', officeId);

    expect(await publicNames()).toContain(OFFICE_TEXT.name);
    expect(await publicNames()).not.toContain('苹果花园业主委员会');
    expect((await contentOf(street, 'office', officeId)).state).toBe('released');
    expect(await street.stored<DirectoryDocument>('directory', officeId)).toMatchObject({
      state: 'shown',
      shown: OFFICE_TEXT,
      community: '金果社区',
    });
  });
});
