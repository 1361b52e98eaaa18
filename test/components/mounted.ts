// Component tests load the built package, as a phone does: run the build first. Only components that a page reaches are
// in it. MINIPROGRAM_DIST names another built package.
import fs from 'node:fs';
import path from 'node:path';
import simulate from 'miniprogram-simulate';

const PACKAGE = path.resolve(
  process.env['MINIPROGRAM_DIST'] ?? path.join(__dirname, '../../dist/miniprogram'),
);

/** One thing a component told its page. */
export interface SentEvent {
  name: string;
  detail: unknown;
}

/** What a screen reader knows of an element. */
export interface Spoken {
  role: string;
  label: string;
  checked: string;
  hidden: string;
}

interface TreeNode {
  tagName: string;
  attrs: { name: string; value: string | boolean }[];
  children: (TreeNode | string)[];
}

interface Found {
  dom: Element | undefined;
  dispatchEvent: (name: string, options?: object) => void;
}

interface Root extends Found {
  attach: (parent: Element) => void;
  setData: (data: object) => void;
  toJSON: () => TreeNode;
  querySelectorAll: (selector: string) => Found[];
  addEventListener: (name: string, listener: (event: { detail: unknown }) => void) => void;
}

/** All markup of the package is compiled at once. */
const WHOLE_BYTES = 16 * 1024 * 1024;

/** Tiles of the components inside: the simulator looks into them only from an element that has a class. */
const TILES = '.stack >>> .choice-tile__tile';

const loaded = new Map<string, string>();

/** Loads each component once a file: the simulator renders a second load as nothing. */
function load(name: string): string {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = findComponent(name);
  const id = simulate.load(file, path.basename(name), {
    rootPath: PACKAGE,
    compilerOptions: { maxBuffer: WHOLE_BYTES },
  });
  loaded.set(name, id);
  return id;
}

/** A component that only subpackages reach lies in each of them; one of a page or a package alone is named by its folder. */
function findComponent(name: string): string {
  const place = name.includes('/')
    ? path.join(name, path.basename(name))
    : path.join('components', name, name);
  const packages = path.join(PACKAGE, 'packages');
  const inside = fs.readdirSync(packages).map((one) => path.join(packages, one, place));
  const found = [path.join(PACKAGE, place), ...inside].find((file) => fs.existsSync(`${file}.js`));
  if (found !== undefined) return found;
  throw new Error(`${name} is not in ${PACKAGE}: build first; a component that no page reaches is not built`);
}

/** Shows a component, named by its folder, with these properties on a page that listens to these events. */
export function mount(name: string, properties: object, listens: readonly string[] = []): Mounted {
  // The published types know components by their option objects only; a component loaded by path has none.
  const root = simulate.render(load(name), properties) as unknown as Root;
  return new Mounted(root, listens);
}

export class Mounted {
  readonly events: SentEvent[] = [];
  private readonly sent = new Set<unknown>();
  private readonly page = document.createElement('div');

  constructor(
    private readonly root: Root,
    listens: readonly string[],
  ) {
    root.attach(this.page);
    for (const name of listens) {
      root.addEventListener(name, ({ detail }) => {
        // The simulator lets every event it sends climb out of the component; a phone does not.
        if (!this.sent.has(detail)) this.events.push({ name, detail });
      });
    }
  }

  /** Visible words, in reading order, without spaces: markup may break between two elements or not. */
  get words(): string {
    return this.page.textContent.replace(/\s+/g, '');
  }

  /** Visible words of each element of a class. */
  wordsOf(selector: string): string[] {
    return this.root
      .querySelectorAll(selector)
      .map((one) => (one.dom?.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /** Class names of each element of a class, without the prefix that keeps components apart. */
  classesOf(selector: string): string[] {
    return this.root
      .querySelectorAll(selector)
      .map((one) =>
        [...(one.dom?.classList ?? [])]
          .map((name) => name.replace(/^.+?--(?=[a-z-]+(__|--|$))/, ''))
          .join(' '),
      );
  }

  /** Inline styles of each element of a class. */
  stylesOf(selector: string): string[] {
    return this.root.querySelectorAll(selector).map((one) => one.dom?.getAttribute('style') ?? '');
  }

  /** Everything with a role, in reading order. */
  get spoken(): Spoken[] {
    return collect(this.root.toJSON());
  }

  /** What stands in each field for typing, in reading order. */
  get typed(): string[] {
    return nodesOf(this.root.toJSON(), ['wx-input', 'wx-textarea']).map((node) => read(node, 'value'));
  }

  /** What each of the phone's own pickers is called and stands on. */
  get pickers(): { label: string; value: string }[] {
    return nodesOf(this.root.toJSON(), ['wx-picker']).map((node) => ({
      label: read(node, 'ariaLabel'),
      value: read(node, 'value'),
    }));
  }

  /** Labels of the elements with this role. */
  labels(role: string): string[] {
    return this.spoken.filter((one) => one.role === role).map((one) => one.label);
  }

  /** Labels of the elements that are checked. */
  get checked(): string[] {
    return this.spoken.filter((one) => one.checked === 'true').map((one) => one.label);
  }

  /** Lets the nth element of a class receive an event, and waits until the component has answered. */
  async send(selector: string, name: string, { nth = 0, detail = {} } = {}): Promise<void> {
    const target = this.root.querySelectorAll(selector)[nth];
    if (target === undefined) throw new Error(`nothing of class ${selector} at ${String(nth)}`);
    this.sent.add(detail);
    target.dispatchEvent(name, { detail, bubbles: name === 'tap' });
    await simulate.sleep(20);
  }

  async tap(selector: string, nth = 0): Promise<void> {
    await this.send(selector, 'tap', { nth });
  }

  /** Taps the tile that shows these words, in whichever group of tiles below it lies. */
  async pick(words: string): Promise<void> {
    await this.tap(TILES, this.wordsOf(TILES).indexOf(words));
  }

  change(properties: object): void {
    this.root.setData(properties);
  }
}

function read(node: TreeNode, name: string): string {
  return String(node.attrs.find((attr) => attr.name === name)?.value ?? '');
}

function below<Found>(node: TreeNode, of: (child: TreeNode) => Found[]): Found[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : of(child)));
}

function collect(node: TreeNode): Spoken[] {
  const own = {
    role: read(node, 'ariaRole'),
    label: read(node, 'ariaLabel'),
    checked: read(node, 'ariaChecked'),
    hidden: read(node, 'ariaHidden'),
  };
  return own.role === '' ? below(node, collect) : [own, ...below(node, collect)];
}

function nodesOf(node: TreeNode, tags: readonly string[]): TreeNode[] {
  return tags.includes(node.tagName) ? [node] : below(node, (child) => nodesOf(child, tags));
}
