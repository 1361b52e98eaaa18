import fs from 'node:fs';
import path from 'node:path';
import type { AppJson, ThemeJson, UnitJson } from '../bundle';

export interface PhoneProject {
  root: string;
  app: AppJson;
  theme: ThemeJson | undefined;
  privacy: string[] | undefined;
  pages: string[];
  packageRoots: string[];
  units: Map<string, UnitJson>;
  problems: string[];
}

/** Reads a built mini-program and every component its pages reach; tags become absolute addresses. */
export function readPhoneProject(root: string): PhoneProject {
  const app = readJson<AppJson>(root, 'app.json');
  const subpackages = app.subPackages ?? app.subpackages ?? [];
  const inside = subpackages.flatMap(({ root: folder, pages }) =>
    pages.map((page) => path.posix.join(folder, page)),
  );
  const theme = app.themeLocation === undefined ? undefined : readJson<ThemeJson>(root, app.themeLocation);
  const project: PhoneProject = {
    root,
    app,
    theme,
    privacy: readPrivacy(root),
    pages: [...app.pages, ...inside],
    packageRoots: subpackages.map(({ root: folder }) => folder.replace(/^\/|\/$/g, '')),
    units: new Map(),
    problems: [],
  };
  for (const page of project.pages) visit(project, page);
  if (app.tabBar?.custom === true) project.problems.push('app.json: a custom tab bar is not imitated');
  return project;
}

function readPrivacy(root: string): string[] | undefined {
  if (!fs.existsSync(path.join(root, 'privacy-manifest.json'))) return undefined;
  return readJson<{ interfaces: string[] }>(root, 'privacy-manifest.json').interfaces;
}

function readJson<Shape>(root: string, name: string): Shape {
  return JSON.parse(fs.readFileSync(path.join(root, name), 'utf8')) as Shape;
}

function visit(project: PhoneProject, unit: string): void {
  if (project.units.has(unit)) return;
  if (
    !fs.existsSync(path.join(project.root, `${unit}.wxml`)) ||
    !fs.existsSync(path.join(project.root, `${unit}.js`))
  ) {
    project.problems.push(`${unit}: needs ${unit}.wxml and ${unit}.js`);
    return;
  }
  const json = readJson<UnitJson>(project.root, `${unit}.json`);
  project.units.set(unit, json);
  const using: Record<string, string> = {};
  const shared = unit.startsWith('miniprogram_npm/') ? {} : (project.app.usingComponents ?? {});
  for (const [tag, target] of Object.entries(shared)) using[tag] = reachComponent(project, 'app', target);
  for (const [tag, target] of Object.entries(json.usingComponents ?? {})) {
    using[tag] = reachComponent(project, unit, target);
  }
  json.usingComponents = using;
  for (const generic of Object.values(json.componentGenerics ?? {})) {
    if (generic !== true && generic.default !== undefined) {
      generic.default = reachComponent(project, unit, generic.default);
    }
  }
}

function reachComponent(project: PhoneProject, from: string, target: string): string {
  const unit = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
  const owner = packageOf(project, unit);
  if (owner !== '' && owner !== packageOf(project, from)) {
    project.problems.push(`${from}.json: "${target}" lies in the subpackage ${owner}`);
  }
  visit(project, unit);
  return `/${unit}`;
}

function packageOf(project: PhoneProject, unit: string): string {
  return project.packageRoots.find((root) => unit.startsWith(`${root}/`)) ?? '';
}
