import type { NoteDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const note = (text: string, wholeBuilding = true) => ({ unitId: door().unitId, wholeBuilding, text });

describe('a note on a building', () => {
  it('is refused in a unit out of reach, and to those who do not walk there', async () => {
    const far = { ...note('门禁密码问门卫要'), unitId: street.door('龙泉苑 1-1-101').unitId };
    await expectStandstill(street, () => street.as('worker W1').visit.writeNote(far), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('community S').visit.writeNote(note('门禁密码问门卫要')),
      refused('FORBIDDEN'),
    );
  });

  it('is refused too long, and where it names somebody or holds a number, with a sentence that says so', async () => {
    const { writeNote } = street.as('worker W1').visit;
    await expectStandstill(street, () => writeNote(note('灯'.repeat(101))), refused('VALIDATION'));
    for (const text of ['找王师傅开门', '电话 10012345678', '这家是重点人员']) {
      await expectStandstill(
        street,
        () => writeNote(note(text)),
        refused('CONTENT_REJECTED', { sentence: expect.any(String) as string }),
      );
    }
  });

  it('is read by whoever comes next, in the unit it is about', async () => {
    dataOf(await street.as('worker W1').visit.writeNote(note('门禁密码问门卫要')));
    dataOf(await street.as('worker W1').visit.writeNote(note('三楼没灯', false)));
    const other = street.door('苹果花园 3-1-101').unitId;

    const here = dataOf(await street.as('worker W2').visit.listNotes({ unitId: door().unitId }));
    const next = dataOf(await street.as('worker W2').visit.listNotes({ unitId: other }));

    expect(here.notes.map(({ text }) => text).sort()).toEqual(['三楼没灯', '门禁密码问门卫要']);
    expect(next.notes.map(({ text }) => text)).toEqual(['门禁密码问门卫要']);
    expect(JSON.stringify(here)).not.toContain(street.userId('worker W1'));
    expect(await street.count('notes')).toBe(2);
  });
});

describe('a note that is no longer true', () => {
  it('is taken away once, by somebody who walks there, and its text goes', async () => {
    const { id: noteId } = dataOf(await street.as('worker W1').visit.writeNote(note('电梯坏了')));
    const remove = (person: string) => street.as(person).visit.removeNote({ noteId });
    await expectStandstill(street, () => remove('head H3'), refused('FORBIDDEN'));
    await expectStandstill(
      street,
      () => street.as('worker W1').visit.removeNote({ noteId: 'none' }),
      refused('NOT_FOUND'),
    );

    dataOf(await remove('worker W2'));

    expect(await street.stored<NoteDocument>('notes', noteId)).toMatchObject({ state: 'removed', text: '' });
    await expectStandstill(street, () => remove('worker W1'), refused('NOT_FOUND'));
  });
});
