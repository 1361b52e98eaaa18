import fs from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_TEMPLATES } from './builtin-templates';
import type { PhoneProject } from './project';

interface Warning {
  message: string;
  startLine: number;
  startColumn: number;
}

/** Compiles every template and WXS once; returns JavaScript text of an object: path → template. */
export function compileTemplates(project: PhoneProject): string {
  const group = new TmplGroup();
  const seen = new Set<string>();
  const read = (name: string): string | undefined => {
    const file = path.join(project.root, name);
    if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
    project.problems.push(`${name}: no such file`);
    return undefined;
  };
  const addScript = (name: string): void => {
    const text = seen.has(`${name}.wxs`) ? undefined : read(`${name}.wxs`);
    seen.add(`${name}.wxs`);
    if (text !== undefined) group.addScript(name, text);
  };
  const add = (name: string, text: string | undefined): void => {
    if (seen.has(name) || text === undefined) return;
    seen.add(name);
    for (const warning of group.addTmpl(name, text) as Warning[]) {
      project.problems.push(`${name}.wxml:${String(warning.startLine)} ${warning.message}`);
    }
    for (const target of group.getDirectDependencies(name) as string[]) {
      if (!seen.has(target)) add(target, read(`${target}.wxml`));
    }
    for (const target of group.getScriptDependencies(name) as string[]) addScript(target);
  };
  for (const unit of project.units.keys()) add(unit, read(`${unit}.wxml`));
  for (const [tag, text] of Object.entries(BUILTIN_TEMPLATES)) add(`wx-builtin/${tag}`, text);
  return group.getTmplGenObjectGroups();
}
