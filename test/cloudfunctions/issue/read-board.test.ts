import { classified, passMinutes, reported } from '../fixture/issues';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);
const compoundId = () => street.door('苹果花园 3-2-502').compoundId;

describe('the public board', () => {
  it('shows nothing that a person has not released', async () => {
    const { id: issueId } = await reported(street);
    await passMinutes(street);
    await passMinutes(street);
    expect(dataOf(await outsider().issue.readBoard({}))).toEqual({ issues: [], compounds: [] });
    expect(await outsider().issue.readReleased({ issueId })).toEqual(refused('NOT_FOUND'));
    expect(await outsider().issue.readReleased({ issueId: 'nothing' })).toEqual(refused('NOT_FOUND'));
    const near = { place: { by: 'compound', compoundId: compoundId() }, text: '楼道灯不亮' } as const;
    expect(dataOf(await outsider().issue.findSimilar(near)).issues).toEqual([]);
  });

  it('shows words, place and promise, and nothing of a person', async () => {
    const { id } = await reported(street);
    await classified(street, id, 'release');
    await passMinutes(street);
    const board = dataOf(await outsider().issue.readBoard({ compoundId: compoundId() }));
    expect(board.issues).toEqual([
      expect.objectContaining({ id, place: { compound: '苹果花园', line: '3号楼' }, state: 'classified' }),
    ]);
    expect(board.compounds).toEqual([{ id: compoundId(), name: '苹果花园', open: 1, solved: 0 }]);
    const released = JSON.stringify(dataOf(await outsider().issue.readReleased({ issueId: id })));
    for (const secret of [street.userId('resident A'), '502', '居民', 'note']) {
      expect(released).not.toContain(secret);
    }
    const other = { compoundId: street.door('金河湾 1-1-101').compoundId };
    expect(dataOf(await outsider().issue.readBoard(other)).issues).toEqual([]);
  });
});
