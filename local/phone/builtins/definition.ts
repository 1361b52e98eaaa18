import type { EngineComponent } from '../runtime/engine';

/** State of a built-in: the properties that any of them has, and the own state of a few. */
interface BuiltInData {
  value: unknown;
  name: string;
  checked: boolean;
  disabled: boolean;
  hidden: boolean;
  type: string;
  mode: string;
  src: string;
  focus: boolean;
  autoFocus: boolean;
  autoHeight: boolean;
  password: boolean;
  confirmHold: boolean;
  maxlength: number;
  loading: boolean;
  formType: string;
  openType: string;
  for: string;
  url: string;
  delta: number;
  color: string;
  size: unknown;
  percent: number;
  strokeWidth: unknown;
  activeColor: string;
  scrollTop: unknown;
  scrollLeft: unknown;
  scrollIntoView: string;
  lowerThreshold: number;
  upperThreshold: number;
  pageStyle: string;
  rootFontSize: string;
  minWidth: number;
  maxWidth: number;
  width: number;
  orientation: string;
  current: number;
  range: unknown[];
  rangeKey: string;
  start: string;
  end: string;
  fields: string;
  opened: boolean;
  columns: string[][];
  selected: number[];
  hoverClass: string;
  hoverStartTime: number;
  hoverStayTime: number;
  hoverStopPropagation: boolean;
}

export interface BuiltIn extends Omit<EngineComponent, 'data'> {
  readonly data: BuiltInData;
}

export interface BuiltInEvent {
  detail: Record<string, unknown>;
  target: { $$: Element };
  currentTarget: { dataset: Record<string, unknown> };
}

export interface FieldProtocol {
  read: (self: BuiltIn) => unknown;
  clear: (self: BuiltIn) => void;
}

type PropertySpec = unknown;
type Handler = (self: BuiltIn, event: BuiltInEvent) => void;

export interface Definition {
  props?: Record<string, PropertySpec>;
  data?: Partial<Record<string, unknown>>;
  /** Properties written to the DOM as attributes, for the sheet and for tests. */
  reflect?: string[];
  role?: string;
  /** How a form reads and empties it. */
  field?: FieldProtocol;
  /** What happens when its label is tapped. */
  activate?: (self: BuiltIn) => void;
  tap?: Handler;
  methods?: Record<string, Handler>;
  observe?: Record<string, (self: BuiltIn) => void>;
  attached?: (self: BuiltIn) => void;
  detached?: (self: BuiltIn) => void;
}

export const FIELD_PROPS = { name: String, disabled: Boolean };

/** Null too where the page has let the component go: a timer may still come back to it. */
export function inner(self: { $$: HTMLElement | null }, selector: string): HTMLElement | null {
  return self.$$?.querySelector<HTMLElement>(selector) ?? null;
}
