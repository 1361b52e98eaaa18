/** A unit passes from hand to hand, and its wall remembers the last ones: whoever asks there later can be told whom to ask. */
import { increase, type Change } from '../../kernel/store';
import type { WallDocument } from '../../repositories/documents';

const FORMERS_MAX = 3;

interface Passing {
  /** Undefined: back to whoever has the grid. */
  readonly to: string | undefined;
  readonly today: string;
  /** The last day of the one who had it; today unless said. */
  readonly until?: string;
}

export function passOn(wall: WallDocument, { to, today, until = today }: Passing): Change {
  const { assigneeId: userId, assignedOn, formers = [] } = wall;
  const since = assignedOn === undefined ? {} : { since: assignedOn };
  const last = userId === undefined ? [] : [{ userId, ...since, until }];
  return {
    assigneeId: to,
    assignedOn: to === undefined ? undefined : today,
    formers: [...last, ...formers].slice(0, FORMERS_MAX),
    version: increase(1),
  };
}
