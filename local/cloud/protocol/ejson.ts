import { invalid } from '../cloud-error';
import type { Plain } from '../store/key';

/** Reads the SDK's canonical EJSON into plain values, `Date` and `RegExp`. `now` is the clock that server dates use. */
export function readWire(text: string, now: number): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid('The request holds text that is not JSON.');
  }
  return revive(parsed, now, 0);
}

/** Like `readWire`, for places that must hold an object. */
export function readWireObject(text: string | undefined, now: number): Plain {
  const value = text === undefined || text === '' ? {} : readWire(text, now);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalid('An object is expected.');
  }
  return value as Plain;
}

const DEPTH_MAX = 100;

function revive(value: unknown, now: number, depth: number): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEPTH_MAX) throw invalid(`Values may be nested ${DEPTH_MAX} deep at most.`);
  if (Array.isArray(value)) return value.map((item) => revive(item, now, depth + 1));
  const entries = Object.entries(value);
  const [only] = entries.length === 1 ? entries : [];
  const special = only === undefined ? undefined : SPECIAL.get(only[0]);
  return special === undefined ? reviveFields(entries, now, depth) : special(only?.[1], now);
}

function reviveFields(entries: [string, unknown][], now: number, depth: number): Plain {
  const result: Plain = {};
  for (const [key, item] of entries) {
    if (PROTOTYPE.has(key)) throw invalid(`A field cannot be called ${key}.`);
    result[key] = revive(item, now, depth + 1);
  }
  return result;
}

const PROTOTYPE = new Set(['__proto__', 'constructor', 'prototype']);

const readNumber = (raw: unknown): number => {
  const value = Number(raw);
  if (Number.isNaN(value)) throw invalid('NaN is not a number the database keeps.');
  return value;
};

const readLong = (raw: unknown): number => {
  const value = readNumber(raw);
  if (!Number.isSafeInteger(value)) throw invalid('An integer must stay within 2^53.');
  return value;
};

const SPECIAL: ReadonlyMap<string, (raw: unknown, now: number) => unknown> = new Map(
  Object.entries({
    $numberInt: readLong,
    $numberLong: readLong,
    $numberDouble: readNumber,
    $oid: String,
    $date: (raw) => {
      const time = raw !== null && typeof raw === 'object' ? Number((raw as Plain)['$numberLong']) : raw;
      const date = new Date(time as string | number);
      if (!(date.getTime() >= FIRST_DATE && date.getTime() <= LAST_DATE)) {
        throw invalid('Dates lie in the years 0001 to 9999.');
      }
      return date;
    },
    $regularExpression: (raw) => {
      const { pattern, options } = raw as { pattern: string; options?: string };
      try {
        return new RegExp(pattern, (options ?? '').replace(/[^imsu]/g, ''));
      } catch {
        throw invalid(`Not a regular expression: ${pattern}`);
      }
    },
    $tcb_server_date: (raw, now) => {
      const offset = revive((raw as Plain)['offset'] ?? 0, now, 0);
      return new Date(now + Number(offset));
    },
  }),
);

const FIRST_DATE = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_DATE = Date.parse('9999-12-31T23:59:59.999Z');

/** Stored and answered form: plain JSON, a date is `{"$date":"<ISO>"}`. */
export function toText(value: unknown): string {
  return JSON.stringify(dated(value));
}

function dated(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof RegExp) throw invalid('A regular expression cannot be stored.');
  if (Array.isArray(value)) return value.map(dated);
  const result: Plain = {};
  for (const key of Object.keys(value)) {
    const item = (value as Plain)[key];
    if (item !== undefined) result[key] = dated(item);
  }
  return result;
}

/** Reads the stored form back. */
export function fromText(text: string): Plain {
  const value = JSON.parse(text) as Plain;
  return text.includes('{"$date":') ? (undated(value) as Plain) : value;
}

function undated(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(undated);
  const object = value as Plain;
  if (typeof object['$date'] === 'string') return new Date(object['$date']);
  for (const key of Object.keys(object)) object[key] = undated(object[key]);
  return object;
}

/** Refuses what the database would not keep: names it reserves, values it has no type for. */
export function checkStorable(value: unknown, depth = 0): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalid('NaN and infinity are not kept.');
  if (value === null || typeof value !== 'object' || value instanceof Date) return;
  if (depth > DEPTH_MAX) throw invalid(`Documents may be nested ${DEPTH_MAX} deep at most.`);
  if (!Array.isArray(value)) checkNames(Object.keys(value));
  for (const item of Object.values(value)) checkStorable(item, depth + 1);
}

function checkNames(names: string[]): void {
  const odd = names.find(
    (name) => name === '' || name.startsWith('$') || name.includes('.') || name.includes('\0'),
  );
  if (odd !== undefined) throw invalid(`Not a field name: "${odd}"`);
}
