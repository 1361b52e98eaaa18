// On a phone data crosses from one thread to another as text. Whatever text cannot carry is refused here with its path.
import { recordSetData } from './meter';

const BYTES_WARNED = 64 * 1024;
const BYTES_MAX = 256 * 1024;
const CALLS_PER_SECOND_MAX = 20;

/** Path of the first value that text cannot carry, with its kind; undefined when all is well. */
function unserializable(value: unknown, path: string, above: readonly object[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return wrongPrimitive(value, path);
  if (above.includes(value)) return `${path} is a cycle`;
  if (!isPlain(value)) return `${path} is a ${value.constructor.name}`;
  for (const [key, inner] of Object.entries(value)) {
    const found = unserializable(inner, path === '' ? key : `${path}.${key}`, [...above, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrongPrimitive(value: unknown, path: string): string | undefined {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${String(value)}`;
  return `${path} is ${typeof value}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

interface SetDataOwner {
  is: string;
  page: string;
}

const recent = new Map<string, number[]>();

/** The data as the other thread would receive it. Throws where a phone would stumble. */
function serialize(owner: SetDataOwner, data: Record<string, unknown>): Record<string, unknown> {
  const isOwn = !owner.is.startsWith('miniprogram_npm/');
  const wrong = isOwn ? unserializable(data, '') : undefined;
  if (wrong !== undefined) throw new Error(`setData of ${owner.is}: ${wrong}`);
  const text = JSON.stringify(data);
  const bytes = new TextEncoder().encode(text).length;
  recordSetData({
    page: owner.page,
    component: owner.is,
    keys: Object.keys(data),
    bytes,
    at: performance.now(),
  });
  if (bytes > BYTES_MAX) throw new Error(`setData of ${owner.is}: ${String(bytes)} bytes`);
  if (bytes > BYTES_WARNED) console.warn(`setData of ${owner.is}: ${String(bytes)} bytes`);
  if (isOwn) checkPace(owner);
  return JSON.parse(text) as Record<string, unknown>;
}

function checkPace({ is, page }: SetDataOwner): void {
  // By the phone's clock: time that was let pass has passed.
  const now = Date.now();
  const key = `${page} ${is}`;
  const times = [...(recent.get(key) ?? []).filter((time) => now - time < 1000), now];
  recent.set(key, times);
  // A list of one component may set each of its items once; only pages are held to the pace.
  if (is === page && times.length > CALLS_PER_SECOND_MAX) {
    throw new Error(`setData of ${is}: more than ${String(CALLS_PER_SECOND_MAX)} calls in a second`);
  }
}

type SetData = (
  this: { _$: { setData(data: unknown): void } },
  data: Record<string, unknown>,
  after?: () => void,
) => void;

/** Replaces setData of every component instance, keeping one prototype. */
export function meterSetData(prototype: object, pageOf: (caller: object) => SetDataOwner): void {
  const metered: SetData = function (data, after) {
    this._$.setData(serialize(pageOf(this), data));
    if (after !== undefined) queueMicrotask(after.bind(this));
  };
  Object.defineProperty(prototype, 'setData', { value: metered, writable: true, configurable: true });
}
