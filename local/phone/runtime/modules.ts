import type { ModuleFunction } from '../bundle';

/** CommonJS over the package's files; addresses are relative, as a phone wants them. */
export function createRequire(modules: Record<string, ModuleFunction>): (name: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const run = modules[name];
    if (run === undefined) throw new Error(`module "${name}" is not in the package`);
    const module = { exports: {} as unknown };
    loaded.set(name, module);
    run.call(module.exports, (target) => load(resolve(name, target)), module, module.exports);
    return module.exports;
  };
  return load;
}

function resolve(from: string, target: string): string {
  if (!target.startsWith('.')) throw new Error(`${from}: bare require of "${target}"`);
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const name = parts.join('/');
  return name.endsWith('.js') ? name : `${name}.js`;
}
