/** Whoever guesses codes: identical answers, ten tries, then a day's lock on every code and a line in the security log. */
import { humanCodeOf } from '@domain/link/scene';
import type { LimitDocument } from '../../../cloudfunctions/repositories/documents';
import { gatherPrinted, type Printed } from '../fixture/printed';
import { formFor } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
let printed: Printed;
beforeAll(async () => {
  printed = gatherPrinted();
  street = await openStreet({ verbose: true });
});
beforeEach(() => street.reset());
afterAll(async () => {
  await street.close();
  printed.stop();
});

const DAY = 24 * 60 * 60_000;
const guess = (number: number): string => `H.${String(number).padStart(10, '0')}.d1`;
const open = (scene: string) => street.as('outsider X').link.openLink({ scene });
const door = () => street.door('苹果花园 3-2-502');

async function codesOfGuesses(from: number, to: number): Promise<string[]> {
  const codes: string[] = [];
  for (let number = from; number <= to; number += 1) {
    const reply = await open(guess(number));
    codes.push(reply.ok ? 'accepted' : reply.problem.code);
  }
  return codes;
}

describe('thirty wrong codes', () => {
  it('are answered alike nine times; the tenth closes every code', async () => {
    const codes = await codesOfGuesses(1, 30);

    expect(codes).toEqual([...Array<string>(9).fill('NOT_FOUND'), ...Array<string>(21).fill('RATE_LIMITED')]);
  });

  it('close right codes and forms as well, by code and by ticket', async () => {
    const { ticket } = dataOf(await street.as('outsider X').area.pickDoor({ doorId: door().id }));
    await codesOfGuesses(1, 10);
    const byTicket = { ...formFor(door()), place: { by: 'ticket', ticket } as const };

    await expectStandstill(street, () => open(door().scene), refused('RATE_LIMITED'));
    for (const input of [formFor(door()), byTicket]) {
      const call = () => street.as('outsider X').census.submitForm(input);
      await expectStandstill(street, call, refused('RATE_LIMITED'));
    }
  });

  it('in a form count like those that are opened', async () => {
    await codesOfGuesses(1, 9);
    const wrong = { ...formFor(door()), place: { by: 'scene', scene: guess(10) } as const };

    await expectStandstill(
      street,
      () => street.as('outsider X').census.submitForm(wrong),
      refused('RATE_LIMITED'),
    );
    expect(await open(door().scene)).toEqual(refused('RATE_LIMITED'));
  });

  it('close nothing to anybody else', async () => {
    await codesOfGuesses(1, 10);

    expect((await street.as('resident A').link.openLink({ scene: door().scene })).ok).toBe(true);
  });

  it('are forgiven after twenty-four hours, not a minute before, over midnight too', async () => {
    await street.clock.set(START + 10 * 60 * 60_000);
    await codesOfGuesses(1, 10);
    const lockedAt = street.clock.now();

    await street.clock.set(lockedAt + DAY - 60_000);
    expect(await open(door().scene)).toEqual(refused('RATE_LIMITED'));
    await street.clock.set(lockedAt + DAY);
    expect((await open(door().scene)).ok).toBe(true);
  });

  it('over two days do not add up', async () => {
    await codesOfGuesses(1, 9);
    await street.clock.set(START + DAY);
    const codes = await codesOfGuesses(10, 18);

    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
    expect((await open(door().scene)).ok).toBe(true);
  });

  it('leave one line in the security log, with a pseudonym', async () => {
    const from = printed.lines.length;
    await codesOfGuesses(1, 12);

    const lines = printed.lines.slice(from).filter((line) => line.includes('"security"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('codesLocked');
    expect(lines[0]).toContain(street.userId('outsider X'));
    expect(lines[0]).not.toContain('wx-x');
  });
});

describe('a mistyped code', () => {
  it('is not a guess, however often it is tried', async () => {
    const token = door().scene.split('.')[1] ?? '';
    const human = humanCodeOf({ kind: 'H', token });
    const wrongEnd = human.slice(0, -1) + (human.endsWith('0') ? '1' : '0');
    for (let time = 1; time <= 15; time += 1) {
      expect(await open(wrongEnd)).toEqual(refused('NOT_FOUND'));
    }

    expect(await street.all<LimitDocument>('limits', { wrongTokens: { $gt: 0 } })).toEqual([]);
    expect(dataOf(await open(human))).toMatchObject({ kind: 'door', doorId: door().id });
  });
});
