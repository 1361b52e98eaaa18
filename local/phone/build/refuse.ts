import fs from 'node:fs';
import path from 'node:path';
import { BUILTIN_TAGS } from './builtin-templates';
import { readTags, type Tag } from './markup';
import type { PhoneProject } from './project';

/** Tags of the template language itself. */
const LANGUAGE = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);
const EVENT = /^(?:capture-)?(?:bind|catch|mut-bind):?([a-z][\w-]*)$/;

/** Refuses what a phone would refuse, or what is not imitated here, naming file and line. */
export function refuseMarkup(project: PhoneProject): void {
  for (const [unit, json] of project.units) {
    const file = `${unit}.wxml`;
    const known = new Set([
      ...LANGUAGE,
      ...BUILTIN_TAGS,
      ...Object.keys(json.usingComponents ?? {}),
      ...Object.keys(json.componentGenerics ?? {}),
    ]);
    const tags = readTags(fs.readFileSync(path.join(project.root, file), 'utf8'));
    const script = reachedScript(project.root, `${unit}.js`);
    for (const tag of tags) {
      for (const problem of [...refuseTag(tag, known), ...refuseHandlers(tag, script)]) {
        project.problems.push(`${file}:${String(tag.line)} ${problem}`);
      }
    }
  }
}

function refuseTag(tag: Tag, known: ReadonlySet<string>): string[] {
  if (!known.has(tag.name)) return [`unknown tag <${tag.name}>`];
  const type = tag.attributes.find(({ name }) => name === 'type')?.value;
  if (tag.name === 'canvas' && type !== '2d') return ['<canvas> needs type="2d"'];
  return [];
}

function refuseHandlers(tag: Tag, script: string): string[] {
  return tag.attributes.flatMap(({ name, value }) => {
    if (name.startsWith('change:')) return [`${name}: WXS property observers are not imitated`];
    if (!EVENT.test(name)) return [];
    if (/^\{\{\s*\w+\.\w+\s*\}\}$/.test(value)) return [`${name}: WXS event handlers are not imitated`];
    const isNamed = value === '' || value.includes('{{') || new RegExp(`\\b${value}\\b`).test(script);
    return isNamed ? [] : [`${name} names "${value}", which the script does not have`];
  });
}

/** The script and everything it requires, as one text: a handler may come from a behaviour. */
function reachedScript(root: string, start: string): string {
  const seen = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    if (seen.has(file) || !fs.existsSync(path.join(root, file))) continue;
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    seen.set(file, text);
    for (const [, target = ''] of text.matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
      const named = path.posix.join(path.posix.dirname(file), target);
      queue.push(named.endsWith('.js') ? named : `${named}.js`);
    }
  }
  return [...seen.values()].join('\n');
}
