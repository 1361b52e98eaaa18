// Registers the built-ins and every page and component of the package with the engine, each script in its own environment.
import * as glassEasel from 'glass-easel';
import { component as adapter, MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { registerBuiltins } from '../builtins/register';
import { HOST_MARK, SCOPE_MARK, type Bundle, type UnitJson } from '../bundle';
import { PhoneBackend, reflectIdsAndData } from './backend';
import { engineOf } from './engine';
import { recordTap } from './meter';
import { createRequire } from './modules';
import { Packages } from './packages';
import { meterSetData } from './set-data';

interface Script {
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
  behaviors?: unknown[];
}

export interface Registry {
  space: CodeSpace;
  backend: ReturnType<MiniProgramEnv['associateBackend']>;
  require: (name: string) => unknown;
  /** Registers a unit and what it uses, once, at its first use: subpackages are entered lazily. */
  enter: (unit: string) => void;
}

const SHARED = /^(shared|page-shared)$/;
const FIELD_BEHAVIORS = ['wx://form-field', 'wx://form-field-group', 'wx://form-field-button'];

export function createRegistry(bundle: Bundle): Registry {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('main', true);
  reflectIdsAndData();
  keepOwnIds(space);
  const fieldBehavior = space
    .behavior()
    .definition({ properties: { name: String, value: null } })
    .register();
  registerBuiltins({
    globalSpace: env.getGlobalCodeSpace().getComponentSpace(),
    mainSpace: space.getComponentSpace(),
    groups: bundle.groups,
    fieldBehavior: (fieldBehavior as unknown as { _$: unknown })._$,
  });
  meterSetData(adapter.ComponentCaller.prototype, (caller) => {
    const { _$: component } = caller as { _$: { is: string; $$: unknown } };
    const node = component.$$ as Element | null;
    return { is: component.is, page: node?.closest('wx-page')?.getAttribute('is') ?? component.is };
  });
  const packages = new Packages(bundle.app);
  const scripts = { bundle, space, require: createRequire(bundle.modules, packages), fieldBehavior };
  for (const [unit, json] of Object.entries(bundle.units)) {
    const content = { groupList: bundle.groups, content: bundle.groups[unit] };
    space.addCompiledTemplate(unit, content as never);
    space.addStyleSheet(unit, undefined, scopeOf(unit));
    space.addComponentStaticConfig(unit, json as never);
  }
  addStyle(bundle.appStyle);
  const entered = new Set<string>();
  const enter = (unit: string): void => {
    const json = bundle.units[unit];
    packages.open(unit);
    if (json === undefined || entered.has(unit)) return;
    entered.add(unit);
    for (const target of Object.values(json.usingComponents ?? {})) enter(target.slice(1));
    for (const generic of Object.values(json.componentGenerics ?? {})) {
      if (generic !== true && generic.default !== undefined) enter(generic.default.slice(1));
    }
    runScript(scripts, unit, json);
    addUnitStyle(bundle, unit, json);
  };
  return { space, backend: env.associateBackend(createBackend()), require: scripts.require, enter };
}

/** Ids stay as written, so that selectors and label[for] find them. */
function keepOwnIds(space: CodeSpace): void {
  const open = space as unknown as {
    prepareComponentOptions: (...values: unknown[]) => [Record<string, unknown>, unknown];
  };
  const prepare = open.prepareComponentOptions.bind(space);
  open.prepareComponentOptions = (...values) => {
    const result = prepare(...values);
    Object.assign(result[0], { idPrefixGenerator: null, writeIdToDOM: true });
    return result;
  };
}

interface Scripts {
  bundle: Bundle;
  space: CodeSpace;
  require: (name: string) => unknown;
  fieldBehavior: unknown;
}

function runScript({ space, require, fieldBehavior }: Scripts, unit: string, json: UnitJson): void {
  const fix = <Definition>(definition: Definition): Definition => {
    const script = definition as Script;
    if (script.behaviors !== undefined) {
      script.behaviors = script.behaviors.map((behavior) =>
        typeof behavior === 'string' && FIELD_BEHAVIORS.includes(behavior) ? fieldBehavior : behavior,
      );
    }
    return definition;
  };
  space.componentEnv(unit, ({ Page, Component, Behavior }) => {
    Object.assign(globalThis, {
      Page: (definition: never) => {
        Page(fix(definition));
      },
      Component: (definition: never) => {
        const { options } = definition as Script;
        const isolation =
          options?.styleIsolation ?? (options?.addGlobalClass === true ? 'apply-shared' : undefined);
        if (isolation !== undefined) json.styleIsolation ??= isolation;
        Component(fix(definition));
      },
      Behavior: (definition: never) => Behavior(fix(definition)),
    });
    require(`${unit}.js`);
  });
}

function scopeOf(unit: string): string {
  return unit.replace(/\W/g, '-');
}

function addStyle(text: string): void {
  if (text === '') return;
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
}

/** A page's sheet stays on its page; a component's classes carry its scope unless it shares them. */
function addUnitStyle(bundle: Bundle, unit: string, json: UnitJson): void {
  const isPage = bundle.pages.includes(unit);
  const isShared = isPage || SHARED.test(json.styleIsolation ?? '');
  const text = (bundle.styles[unit] ?? '')
    .replaceAll(SCOPE_MARK, isShared ? '' : `${scopeOf(unit)}--`)
    .replaceAll(`"${HOST_MARK}"`, `"${scopeOf(unit)}"`);
  if (text !== '') addStyle(isPage ? `@scope ([is="${unit}"]) {${text}}` : text);
}

/** Values of the engine's EventBubbleStatus, which exists only in its types. */
const NORMAL = 0;
const NO_DEFAULT = 1;

let swallowedTapUntil = 0;

/** The tap that ends a long press does not count. */
export function swallowNextTap(): void {
  swallowedTapUntil = performance.now() + 5000;
}

function createBackend(): PhoneBackend {
  const backend = new PhoneBackend();
  backend.onEvent((...values) => {
    const [target, type, , options] = values;
    const detail: unknown = values[2];
    if (type === 'tap' && !isTapMeant(target as unknown as { $$: Element })) return undefined;
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.defaultPrevented() ? NO_DEFAULT : NORMAL;
  });
  return backend;
}

function isTapMeant({ $$: node }: { $$: Element }): boolean {
  const isSwallowed = performance.now() < swallowedTapUntil;
  swallowedTapUntil = 0;
  if (isSwallowed || node.closest('wx-button[disabled]') !== null || engineOf(node) === undefined) {
    return false;
  }
  recordTap(node.closest('wx-page')?.getAttribute('is') ?? '');
  return true;
}
