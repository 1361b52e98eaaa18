import * as glassEasel from 'glass-easel';
import { convertUnits } from '../build/units';
import { kebab } from './engine';

type EngineDocument = glassEasel.CurrentWindowBackendContext['document'];
type BackendNode = Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>[0];

const longPressed = new WeakSet();

/** True if a long press on the node itself, or what it bubbles to, is listened for. */
export function listensForLongPress(start: Element | null): boolean {
  for (let node = start; node !== null; node = node.parentElement) if (longPressed.has(node)) return true;
  return false;
}

/**
 * A component's tag becomes <wx-tag>, so that a component called "input" is not an <input>; inside built-ins "h5-input"
 * is the real one.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => createElement(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as EngineDocument;

  override setListenerStats(
    ...values: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    const [node, type] = values as [BackendNode | null, string, boolean, glassEasel.EventMutLevel];
    if (node !== null && type === 'longpress') longPressed.add(node);
    super.setListenerStats(...values);
  }
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(tag.startsWith('h5-') ? tag.slice(3) : `wx-${tag}`);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: string): void => {
    if (name === 'value' && 'value' in element) {
      // The property, not the attribute: the attribute is only a default, and an equal value would move the cursor.
      if (element.value !== value) element.value = value;
    } else if (name !== 'disabled' || value !== 'false') {
      setAttribute(name, name === 'style' ? convertUnits(value) : value);
    }
  };
  return element;
}

/** Writes ids and data-* to the DOM, where selectors and tests look for them. */
export function reflectIdsAndData(): void {
  glassEasel.globalOptions.writeIdToDOM = true;
  const prototype = glassEasel.Element.prototype;
  const setDataset: unknown = Reflect.get(prototype, 'setDataset');
  prototype.setDataset = function (name, value: unknown) {
    Reflect.apply(setDataset as () => void, this, [name, value]);
    const node = this.$$ as unknown as HTMLElement | null;
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isPlain) node?.setAttribute(`data-${kebab(name)}`, String(value));
  };
}
