import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from '@domain/kernel/page';

describe('a cursor', () => {
  it('gives back the sort value and the id it was made of', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer()),
        fc.uuid(),
        (sort, id) => {
          expect(decodeCursor(encodeCursor({ sort, id }))).toEqual({ sort, id });
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['a foreign character', 'W2F!'],
    ['text that is not JSON', 'YWJj'],
    ['an object', 'eyJhIjoxfQ'],
    ['one value too many', 'WyJhIiwiYiIsImMiXQ'],
    ['bytes that are not text', '_____w'],
    ['too long a text', 'A'.repeat(401)],
  ])('is refused when it is %s', (_case, text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });

  it('never throws, whatever the sender wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cursor = decodeCursor(text);

        expect(cursor === undefined || typeof cursor.id === 'string').toBe(true);
      }),
    );
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, at: 5 }));
  const cursorOf = (row: { id: string; at: number }) => ({ sort: row.at, id: row.id });

  it('says that there is more when one more row was read', () => {
    const page = pageOf(rows, 2, cursorOf);

    expect(page.rows).toHaveLength(2);
    expect(decodeCursor(page.next ?? '')).toEqual({ sort: 5, id: 'b' });
  });

  it('is the last one when no row is left over', () => {
    expect(pageOf(rows, 3, cursorOf)).toEqual({ rows });
  });
});
