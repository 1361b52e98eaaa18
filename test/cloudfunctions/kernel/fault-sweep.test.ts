/** A changing procedure that is added without a story fails here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROCEDURES } from '../fixture/samples';
import { STORIES } from './stories/every-story';

/** Procedures of every story whose name is one of those, each once. */
function told(isWanted: (name: string) => boolean): string[] {
  const procedures = Object.values(STORIES).flatMap((stories) => stories.map(({ procedure }) => procedure));
  return [...new Set(procedures)].filter((procedure) => isWanted(procedure.split('.')[1] ?? '')).sort();
}

function timersOf(room: string): string[] {
  const path = join(__dirname, '../../../cloudfunctions/functions', room, 'config.json');
  const { triggers } = JSON.parse(readFileSync(path, 'utf8')) as { triggers: { name: string }[] };
  return triggers.map(({ name }) => `${room}.timer ${name}`);
}

describe('the stories of operations that fail on their way', () => {
  it('tell of every procedure that changes something, and of no other', () => {
    const changing = PROCEDURES.filter((one) => one.contract.kind !== 'read');

    expect(told((name) => !name.startsWith('timer '))).toEqual(
      changing.map((one) => `${one.function}.${one.name}`).sort(),
    );
  });

  it('tell of every timer of a function of which they tell one', () => {
    const timers = told((name) => name.startsWith('timer '));
    const rooms = [...new Set(timers.map((timer) => timer.split('.')[0] ?? ''))];

    expect(timers).toEqual(rooms.flatMap(timersOf).sort());
  });

  it('are told by a file each', () => {
    const missing = Object.keys(STORIES).filter(
      (name) => !existsSync(join(__dirname, `fault-sweep-${name}.test.ts`)),
    );

    expect(missing).toEqual([]);
  });
});
