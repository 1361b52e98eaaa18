// createSelectorQuery over the page's own tree, and an intersection observer over the browser's.
import { untilDone } from '../runtime/idle';
import { componentOf, engineOf, type EngineComponent } from '../runtime/engine';
import { phone } from '../runtime/phone';
import type { InterfaceGroup } from './interfaces';

type Answer = (result: unknown) => void;
interface Scope {
  _$: EngineComponent;
}

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  properties?: string[];
  computedStyle?: string[];
}

function rectOf(node: HTMLElement): object {
  const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
  const origin = phone().pages.top.element.getBoundingClientRect();
  return {
    id: node.id,
    dataset: { ...engineOf(node)?.dataset },
    left: left - origin.left,
    right: right - origin.left,
    top: top - origin.top,
    bottom: bottom - origin.top,
    width,
    height,
  };
}

function scrollOf(node: HTMLElement): object {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = node;
  return { scrollTop, scrollLeft, scrollHeight, scrollWidth };
}

/** The canvas as a phone offers it: it makes pictures and frames by itself. */
function canvasOf(node: HTMLElement): HTMLCanvasElement | undefined {
  const canvas = node.querySelector('canvas');
  if (canvas === null) return undefined;
  const context = canvas.getContext.bind(canvas) as (kind: string) => CanvasRenderingContext2D | null;
  return Object.assign(canvas, {
    getContext: (kind: string) => withChineseGlyphs(context(kind)),
    createImage: () => new Image(),
    requestAnimationFrame: requestAnimationFrame.bind(window),
    cancelAnimationFrame: cancelAnimationFrame.bind(window),
  });
}

function withChineseGlyphs(context: CanvasRenderingContext2D | null): CanvasRenderingContext2D | null {
  const font = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'font');
  if (context === null || font === undefined) return context;
  return Object.defineProperty(context, 'font', {
    configurable: true,
    get: () => font.get?.call(context) as string,
    set: (value: string) => {
      font.set?.call(context, value.replace(/\bsans-serif\b/, `'Noto Sans SC', sans-serif`));
    },
  });
}

function fieldsOf(node: HTMLElement, fields: Fields): object {
  const data = componentOf(node)?.data ?? {};
  const computed = getComputedStyle(node);
  const { properties = [], computedStyle = [] } = fields;
  const parts: [boolean | undefined, () => object][] = [
    [fields.id, () => ({ id: node.id })],
    [fields.dataset, () => ({ dataset: { ...engineOf(node)?.dataset } })],
    [fields.rect, () => rectOf(node)],
    [fields.size, () => ({ width: node.clientWidth, height: node.clientHeight })],
    [fields.scrollOffset, () => scrollOf(node)],
    [fields.node, () => ({ node: canvasOf(node) })],
  ];
  return Object.assign(
    {},
    ...parts.map(([isAsked, read]) => (isAsked === true ? read() : {})),
    ...properties.map((name) => ({ [name]: data[name] })),
    ...computedStyle.map((name) => ({ [name]: computed.getPropertyValue(name) })),
  ) as object;
}

export class SelectorQuery {
  private scope: EngineComponent | undefined;
  private readonly jobs: (() => unknown)[] = [];
  wantsCanvas = false;

  in(caller: Scope): this {
    this.scope = caller._$;
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, (read) => read(this.find(selector)[0]));
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, (read) => this.find(selector).map(read));
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, (read) => read(phone().pages.top.element));
  }

  exec(answer?: Answer): this {
    void untilDone(this.answerAll(answer));
    return this;
  }

  private async answerAll(answer: Answer | undefined): Promise<void> {
    // A canvas draws only with glyphs that are there already, unlike a page, which is drawn again when they come.
    if (this.wantsCanvas) await Promise.all([...document.fonts].map((face) => face.load()));
    else await Promise.resolve();
    const results = this.jobs.map((job) => job());
    answer?.(results);
  }

  add(job: () => unknown): this {
    this.jobs.push(job);
    return this;
  }

  private find(selector: string): HTMLElement[] {
    const scope = this.scope ?? phone().pages.top.component;
    return (scope.getShadowRoot()?.querySelectorAll(selector) ?? []).map(({ $$ }) => $$);
  }
}

type Reader = (node: HTMLElement | undefined) => unknown;

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly collect: (read: Reader) => unknown,
  ) {}

  boundingClientRect(answer?: Answer): SelectorQuery {
    return this.run(rectOf, answer);
  }

  scrollOffset(answer?: Answer): SelectorQuery {
    return this.run(scrollOf, answer);
  }

  fields(fields: Fields, answer?: Answer): SelectorQuery {
    if (fields.node === true) this.query.wantsCanvas = true;
    return this.run((node) => fieldsOf(node, fields), answer);
  }

  node(answer?: Answer): SelectorQuery {
    this.query.wantsCanvas = true;
    return this.run((node) => ({ node: canvasOf(node) }), answer);
  }

  private run(read: (node: HTMLElement) => unknown, answer: Answer | undefined): SelectorQuery {
    return this.query.add(() => {
      const result = this.collect((node) => (node === undefined ? null : read(node)));
      answer?.(result);
      return result;
    });
  }
}

/** Reports when a node of a component comes into sight. */
class SightObserver {
  private observer: IntersectionObserver | undefined;
  private margins = '0px';

  constructor(
    private readonly scope: EngineComponent,
    private readonly options: { thresholds?: number[]; observeAll?: boolean },
  ) {}

  relativeToViewport(margins: { top?: number; bottom?: number; left?: number; right?: number } = {}): this {
    const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
    this.margins = [top, right, bottom, left].map((length) => `${String(length)}px`).join(' ');
    return this;
  }

  observe(selector: string, answer: Answer): void {
    const { thresholds = [0], observeAll = false } = this.options;
    const found = (this.scope.getShadowRoot()?.querySelectorAll(selector) ?? []).map(({ $$ }) => $$);
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { intersectionRatio, isIntersecting, target } of entries) {
          answer({
            id: target.id,
            dataset: { ...engineOf(target)?.dataset },
            intersectionRatio,
            isIntersecting,
          });
        }
      },
      { root: phone().pages.top.element, rootMargin: this.margins, threshold: thresholds },
    );
    for (const node of observeAll ? found : found.slice(0, 1)) this.observer.observe(node);
  }

  disconnect(): void {
    this.observer?.disconnect();
  }
}

export const query: InterfaceGroup = {
  plain: {
    createSelectorQuery: () => new SelectorQuery(),
    createIntersectionObserver: (caller: Scope, options = {}) => new SightObserver(caller._$, options),
  },
};

/** Components and pages have the same two as methods of their own. */
export function giveQueries(prototype: object): void {
  Object.assign(prototype, {
    createSelectorQuery(this: Scope) {
      return new SelectorQuery().in(this);
    },
    createIntersectionObserver(this: Scope, options = {}) {
      return new SightObserver(this._$, options);
    },
  });
}
