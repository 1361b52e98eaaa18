/** A changing procedure that is added without a story fails here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROCEDURES } from '../fixture/samples';
import { STORIES } from './stories/every-story';

describe('the stories of operations that fail on their way', () => {
  it('tell of every procedure that changes something, and of no other', () => {
    const changing = PROCEDURES.filter(({ contract }) => contract.kind !== 'read');
    const told = Object.values(STORIES).flatMap((stories) => stories.map(({ procedure }) => procedure));

    expect([...new Set(told)].sort()).toEqual(changing.map((one) => `${one.function}.${one.name}`).sort());
  });

  it('are told by a file each', () => {
    const missing = Object.keys(STORIES).filter(
      (name) => !existsSync(join(__dirname, `fault-sweep-${name}.test.ts`)),
    );

    expect(missing).toEqual([]);
  });
});
