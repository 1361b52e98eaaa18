import type { ModuleFunction, Require } from '../bundle';
import { untilDone } from './idle';
import type { Packages } from './packages';

/** CommonJS over the package's files; addresses are relative, as a phone wants them. */
export function createRequire(
  modules: Record<string, ModuleFunction>,
  packages: Packages,
): (name: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const run = modules[name];
    if (run === undefined) throw new Error(`module "${name}" is not in the package`);
    const module = { exports: {} as unknown };
    loaded.set(name, module);
    run.call(module.exports, requireOf(name), module, module.exports);
    return module.exports;
  };
  const requireOf = (from: string): Require =>
    Object.assign((target: string) => load(resolve(from, target)), {
      async: (target: string) => {
        const name = resolve(from, target);
        return untilDone(packages.fetch(name).then(() => load(name)));
      },
    });
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
