// createSelectorQuery over the page's own tree.
import { untilDone } from '../runtime/idle';
import { componentOf, engineOf, type EngineComponent } from '../runtime/engine';
import { recordNotImitated } from '../runtime/meter';
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

class SelectorQuery {
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
    // A browser that is told to load none has none to wait for.
    if (this.wantsCanvas) await Promise.allSettled([...document.fonts].map((face) => face.load()));
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

export const query: InterfaceGroup = {
  plain: {
    createSelectorQuery: () => new SelectorQuery(),
  },
};

/** Components and pages have the same as a method of their own. */
export function giveQueries(prototype: object): void {
  Object.assign(prototype, {
    createSelectorQuery(this: Scope) {
      return new SelectorQuery().in(this);
    },
    createIntersectionObserver() {
      recordNotImitated('createIntersectionObserver');
      throw new Error('createIntersectionObserver is not imitated: add it to local/phone/wx');
    },
  });
}
