import type { IssueDocument } from '../../../cloudfunctions/repositories/documents';
import { CLASSED, neighbour, passMinutes, reported, step, storedIssue } from '../fixture/issues';
import { jpegOf, storePicture } from '../fixture/pictures';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);

describe('a picture', () => {
  const stored = (person: string, bytes: Buffer, name?: string) =>
    storePicture(street, { by: person, bytes, ...(name === undefined ? {} : { name }) });

  it('is refused for another one’s issue, a file that is not there, and what is none', async () => {
    const { id: issueId, reporter } = await reported(street);
    const fileId = await stored('A', jpegOf());
    const other = await neighbour(street, 'tenant C');
    await expectStandstill(street, () => other.issue.addPicture({ issueId, fileId }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => reporter.issue.addPicture({ issueId: 'nothing', fileId }),
      refused('NOT_FOUND'),
    );
    for (const [file, code] of [
      ['cloud://local.local-bucket/exports/1.xlsx', 'NOT_FOUND'],
      ['cloud://local.local-bucket/inbox/../exports/1.xlsx', 'NOT_FOUND'],
      [`${fileId}x`, 'NOT_FOUND'],
      [await stored('A', Buffer.from('%PDF-1.7 named as a picture'), 'bill.jpg'), 'VALIDATION'],
      [
        await stored('A', Buffer.concat([jpegOf(), Buffer.alloc(5 * 1024 * 1024)]), 'big.jpg'),
        'PAYLOAD_TOO_LARGE',
      ],
    ] as const) {
      await expectStandstill(
        street,
        () => reporter.issue.addPicture({ issueId, fileId: file }),
        refused(code),
      );
    }
  });

  it('is private until a person has seen it, without what the phone wrote into it', async () => {
    const { id, reporter } = await reported(street);
    const add = async () =>
      reporter.issue.addPicture({ issueId: id, fileId: await stored('A', jpegOf('GPS 34.8')) });
    expect(await add()).toEqual(accepted({ pictures: 1 }));
    expect(await add()).toEqual(accepted({ pictures: 2 }));
    await passMinutes(street);
    const S = street.as('administrator S');
    const opened = dataOf(await S.issue.open({ issueId: id }));
    expect(opened.shownPictures).toHaveLength(2);
    const bytes = await (await fetch(opened.shownPictures[0] ?? '')).text();
    expect([bytes.includes('PIXELS'), bytes.includes('GPS')]).toEqual([true, false]);

    await passMinutes(street);
    await step(street, { person: S, id, act: 'review' }, { ...CLASSED, board: 'release', pictures: [1] });
    const released = dataOf(await outsider().issue.readReleased({ issueId: id }));
    expect(released.shownPictures).toHaveLength(1);
    expect((await storedIssue(street, id)).pictures.map(({ state }) => state)).toEqual(['kept', 'shown']);
  });

  it('is one of three at most', async () => {
    const { id, reporter } = await reported(street);
    for (let count = 1; count <= 3; count += 1) {
      const fileId = await stored('A', jpegOf(), `${count}.jpg`);
      dataOf(await reporter.issue.addPicture({ issueId: id, fileId }));
    }
    const fileId = await stored('A', jpegOf(), '4.jpg');
    expect(await reporter.issue.addPicture({ issueId: id, fileId })).toEqual(refused('WRONG_STATE'));
    const spent: IssueDocument = await storedIssue(street, id);
    expect(spent.spentFiles).toHaveLength(3);
    await passMinutes(street);
    expect(await storedIssue(street, id)).toMatchObject({ hasNews: false, spentFiles: [] });
  });
});
