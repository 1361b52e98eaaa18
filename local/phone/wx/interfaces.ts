import { recordNotImitated } from '../runtime/meter';

export type Options = Record<string, unknown>;
/** Takes options, answers its result; throws to fail. */
export type OptionInterface = (options: Options) => unknown;
type PlainInterface = (...values: never[]) => unknown;

export interface InterfaceGroup {
  /** Answer callbacks and promises, with errMsg. */
  options?: Record<string, OptionInterface>;
  /** Called as they are. */
  plain?: Record<string, PlainInterface | object>;
}

/** A failure with the platform's own number. */
export class PlatformFailure extends Error {
  constructor(
    message: string,
    readonly errCode: number,
  ) {
    super(message);
  }
}

type Callback = ((result: unknown) => void) | undefined;

/** Gives an interface its two forms: with success, fail and complete, or awaited. */
export function answering(
  name: string,
  run: OptionInterface,
): (options?: Options) => Promise<unknown> | undefined {
  return (options = {}) => {
    const work = attempt(name, run, options);
    const { success, fail, complete } = options as Record<string, Callback>;
    if (success === undefined && fail === undefined && complete === undefined) return work;
    work.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        fail?.(error);
        complete?.(error);
      },
    );
    return undefined;
  };
}

async function attempt(name: string, run: OptionInterface, options: Options): Promise<unknown> {
  try {
    // The platform never acts inside the call: a page opened from onLoad opens after it.
    await Promise.resolve();
    const result = await run(options);
    return { errMsg: `${name}:ok`, ...(result as object | undefined) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const errMsg = `${name}:fail ${message}`;
    const errCode = error instanceof PlatformFailure ? error.errCode : undefined;
    throw Object.assign(new Error(errMsg), {
      errMsg,
      ...(errCode === undefined ? {} : { errCode, errno: errCode }),
    });
  }
}

/** The object `wx`: what the groups define, and loud refusal of everything else. */
export function createWx(groups: readonly InterfaceGroup[]): Record<string, unknown> {
  const table: Record<string, unknown> = {};
  for (const { options = {}, plain = {} } of groups) {
    for (const [name, run] of Object.entries(options)) table[name] = answering(name, run);
    Object.assign(table, plain);
  }
  table['canIUse'] = (schema: string) => (schema.split('.')[0] ?? '') in table;
  return new Proxy(table, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      return () => {
        recordNotImitated(name);
        throw new Error(`wx.${name} is not imitated: add it to local/phone/wx`);
      };
    },
  });
}

/** A pair on…/off… over a set of listeners. */
export function listening<Listener>(name: string, all: Set<Listener>): Record<string, PlainInterface> {
  return {
    [`on${name}`]: (listener: Listener) => void all.add(listener),
    [`off${name}`]: (listener?: Listener) => {
      if (listener === undefined) all.clear();
      else all.delete(listener);
    },
  };
}

export function text(options: Options, name: string, otherwise = ''): string {
  const value = options[name];
  return typeof value === 'string' ? value : otherwise;
}
