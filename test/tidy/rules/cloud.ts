import ts from 'typescript';
import { within, type Finding, type SourceFile } from '../tree';

const MEMORY = { min: 64, max: 512 };
const TIMEOUT = { min: 1, max: 60 };
const COLLECTIONS_MAX = 100;
const INDEXES_MAX = 20;

interface DatabaseRules {
  collections: Record<string, { read: unknown; write: unknown }>;
}

/** What is never collected, as it would look as a field. */
const NEVER: readonly RegExp[] = [
  /^(?:religion|religious|faith|belief)/i,
  /^(?:politic|partyMember|party$)/i,
  /^(?:marri|marital|spouseStatus|divorce)/i,
  /^(?:income|salary|wage|assets$)/i,
  /^(?:diagnos|disease|illness|healthState|medical|hiv)/i,
  /^(?:biometric|fingerprint|faceId|faceImage|facePhoto|iris)/i,
  /^(?:cardPhoto|idPhoto|idCardImage|idCardPhoto|documentPhoto)/i,
  /^(?:latitude|longitude|geoPoint|trajectory|locationTrack|gpsTrack)/i,
  /^(?:keyPerson|keyPersonnel|blacklist|watchlist|suspect)/i,
  /^(?:bankCard|bankAccount|contactList)/i,
];
const NEVER_WORDS = /宗教|信仰|政治面貌|婚姻状况|离异|收入|病史|诊断|指纹|人脸|重点人员|重点人群|行动轨迹/;

/** Procedures without a test file of their name. */
export function findUntestedProcedures(paths: readonly string[]): Finding[] {
  const known = new Set(paths);
  return paths.flatMap((path) => {
    const [, owner, name] =
      /^cloudfunctions\/functions\/([^/]+)\/procedures\/([a-z0-9-]+)\.ts$/.exec(path) ?? [];
    if (owner === undefined || name === undefined) return [];
    const test = `test/cloudfunctions/${owner}/${name}.test.ts`;
    return known.has(test) ? [] : [{ path, line: 0, what: `has no test at ${test}` }];
  });
}

/** Procedures that no table of costs knows. */
export function findUnpricedProcedures(files: readonly SourceFile[]): Finding[] {
  const tables = within(files, /^test\/journeys\/budgets[\w-]*\.test\.ts$/)
    .map(({ text }) => text)
    .join('\n');
  return within(files, /^cloudfunctions\/functions\/[^/]+\/procedures\/[a-z0-9-]+\.ts$/).flatMap(
    ({ path }) => {
      const name = path
        .replace(/^.*\/|\.ts$/g, '')
        .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const isPriced = new RegExp(`\\b${name}(?:\\(|'|:)`).test(tables);
      return isPriced ? [] : [{ path, line: 0, what: 'costs what no table says' }];
    },
  );
}

/** Functions whose memory or time is not set, or is beyond what the platform gives. */
export function findLooseFunctions(files: readonly SourceFile[]): Finding[] {
  return within(files, /^cloudfunctions\/functions\/[^/]+\/main\.ts$/).flatMap(({ path }) => {
    const config = path.replace(/main\.ts$/, 'config.json');
    const text = files.find((file) => file.path === config)?.text;
    if (text === undefined) return [{ path: config, line: 0, what: 'is missing' }];
    const { memory, timeout } = JSON.parse(text) as { memory?: number; timeout?: number };
    return [
      ...outside('memory', memory, MEMORY).map((what) => ({ path: config, line: 0, what })),
      ...outside('timeout', timeout, TIMEOUT).map((what) => ({ path: config, line: 0, what })),
    ];
  });
}

/** Collections beyond the limits of the platform, without rules, or open to a client. */
export function findOpenCollections(files: readonly SourceFile[]): Finding[] {
  const read = (name: string): unknown =>
    JSON.parse(files.find(({ path }) => path === `cloudfunctions/database/${name}.json`)?.text ?? 'null');
  const names = (read('collections') ?? []) as string[];
  const { collections: rules } = (read('rules') ?? { collections: {} }) as DatabaseRules;
  const indexes = (read('indexes') ?? {}) as Record<string, unknown[]>;
  const say = (what: string): Finding => ({ path: 'cloudfunctions/database', line: 0, what });
  return [
    ...(names.length > COLLECTIONS_MAX
      ? [say(`${names.length} collections, at most ${COLLECTIONS_MAX}`)]
      : []),
    ...names
      .filter((name) => rules[name]?.read !== false || rules[name].write !== false)
      .map((name) => say(`${name} is not closed`)),
    ...[...Object.keys(rules), ...Object.keys(indexes)]
      .filter((name) => !names.includes(name))
      .map((name) => say(`${name} is no collection`)),
    ...Object.entries(indexes)
      .filter(([, list]) => list.length > INDEXES_MAX)
      .map(([name]) => say(`${name} has more than ${INDEXES_MAX} indexes`)),
  ];
}

/** Fields, codes and labels for what is never collected. */
export function findForbiddenFields(files: readonly SourceFile[]): Finding[] {
  const shapes = within(files, /^(?:domain|cloudfunctions)\/.*\.ts$/).flatMap(({ path, text }) =>
    propertyNames(text)
      .filter((name) => NEVER.some((pattern) => pattern.test(name)))
      .map((name) => ({ path, line: 0, what: `${name} is never collected` })),
  );
  const codes = within(files, /^domain\/codes\/.*\.json$/).flatMap(({ path, text }) => {
    const [word] = NEVER_WORDS.exec(text) ?? [];
    return word === undefined ? [] : [{ path, line: 0, what: `${word} is never collected` }];
  });
  return [...shapes, ...codes];
}

function outside(
  name: string,
  value: number | undefined,
  { min, max }: { min: number; max: number },
): string[] {
  if (value === undefined) return [`${name} is not set`];
  return value < min || value > max ? [`${name} ${value} is outside ${min}–${max}`] : [];
}

function propertyNames(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const isField =
      ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isShorthandPropertyAssignment(node);
    if (isField && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, false));
  return names;
}
