/** What the phone uses of glass-easel, seen narrowly: its own types follow the author of a component, not its owner. */
interface Owner {
  classList: { toggle(name: string, isOn: boolean): boolean } | null;
}

export interface EngineElement extends Owner {
  readonly $$: HTMLElement;
  readonly is?: string;
  dataset: Record<string, unknown>;
}

export interface EngineComponent extends EngineElement {
  readonly is: string;
  readonly data: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
  triggerEvent(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void;
  triggerPageLifetime(name: string, values: unknown[]): void;
  getMethodCaller(): unknown;
  getComponentDefinition(): { behavior: { getPropertyType(name: string): unknown } };
  hasBehavior(behavior: unknown): boolean;
  getShadowRoot(): { querySelectorAll(selector: string): EngineElement[] } | null;
}

interface WithElement {
  __wxElement?: EngineElement;
}

/** The engine's element behind a DOM node, if it is the host of one. */
export function engineOf(node: Element | null): EngineElement | undefined {
  return node === null ? undefined : (node as Element & WithElement).__wxElement;
}

/** The component whose host is `node`. */
export function componentOf(node: Element | null): EngineComponent | undefined {
  const element = engineOf(node);
  return element !== undefined && 'triggerPageLifetime' in element ? (element as EngineComponent) : undefined;
}

export function find(selector: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the frame has no ${selector}`);
  return found;
}

/** A DOM element with class, text and children, for the frame and the popups. */
export function make(tag: string, className: string, content: string | Node[] = []): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  return element;
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
