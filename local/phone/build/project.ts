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
  const app = readJson(root, 'app.json') as AppJson;
  const subpackages = app.subPackages ?? app.subpackages ?? [];
  const inside = subpackages.flatMap(({ root: folder, pages }) =>
    pages.map((page) => path.posix.join(folder, page)),
  );
  const theme =
    app.themeLocation === undefined ? undefined : (readJson(root, app.themeLocation) as ThemeJson);
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
  return (readJson(root, 'privacy-manifest.json') as { interfaces: string[] }).interfaces;
}

function readJson(root: string, name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
}

function visit(project: PhoneProject, unit: string): void {
  if (project.units.has(unit)) return;
  if (!['wxml', 'js', 'json'].every((kind) => fs.existsSync(path.join(project.root, `${unit}.${kind}`)))) {
    project.problems.push(`${unit}: needs ${unit}.wxml, ${unit}.js and ${unit}.json`);
    return;
  }
  const json = readJson(project.root, `${unit}.json`) as UnitJson;
  project.units.set(unit, json);
  const shared = unit.startsWith('miniprogram_npm/') ? {} : (project.app.usingComponents ?? {});
  json.usingComponents = {
    ...reachAll(project, 'app', shared),
    ...reachAll(project, unit, json.usingComponents ?? {}),
  };
  for (const generic of Object.values(json.componentGenerics ?? {})) {
    if (generic !== true && generic.default !== undefined) {
      generic.default = reachComponent(project, unit, generic.default);
    }
  }
}

function reachAll(project: PhoneProject, from: string, tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([tag, target]) => [tag, reachComponent(project, from, target)]),
  );
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
