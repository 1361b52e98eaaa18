/**
 * The difference of two view models as setData paths: `{ 'view.rows[2].name': '王明' }`. A tap then sends what it
 * changed and no more. A list of another length is sent whole.
 */
type Paths = Record<string, unknown>;

export function changedPaths(root: string, before: unknown, after: unknown): Paths {
  const paths: Paths = {};
  compare({ path: root, before, after }, paths);
  return paths;
}

interface Step {
  path: string;
  before: unknown;
  after: unknown;
}

function compare({ path, before, after }: Step, paths: Paths): void {
  if (before === after) return;
  if (isPlain(before) && isPlain(after) && sameKeys(before, after)) {
    for (const key of Object.keys(after)) {
      compare({ path: `${path}.${key}`, before: before[key], after: after[key] }, paths);
    }
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    after.forEach((value, index) => {
      compare({ path: `${path}[${index}]`, before: before[index], after: value }, paths);
    });
  } else {
    paths[path] = after;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** setData cannot take a key away: an object that loses one is sent whole. */
function sameKeys(before: object, after: object): boolean {
  return Object.keys(before).every((key) => key in after);
}
