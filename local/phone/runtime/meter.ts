// Counts what a phone would have to do: bytes of setData, calls of functions, nodes of pages. Tests assert on it.

interface SetDataRecord {
  page: string;
  component: string;
  keys: string[];
  bytes: number;
  at: number;
}

interface TapRecord {
  /** The page that was touched; what a page does while it opens is counted with its opening. */
  page: string;
  setData: number;
  setDataBytes: number;
  calls: number;
  bytesSent: number;
  bytesReceived: number;
}

interface PageRecord {
  nodes: number;
  depth: number;
  children: number;
}

interface OpenRecord {
  route: string;
  milliseconds: number;
  calls: number;
  bytesReceived: number;
}

interface CallRecord {
  name: string;
  bytesSent: number;
  bytesReceived: number;
}

interface MeterReading {
  setData: SetDataRecord[];
  taps: TapRecord[];
  calls: CallRecord[];
  pages: Record<string, PageRecord>;
  opens: OpenRecord[];
  keyboardOpenings: number;
  errors: string[];
  notImitated: string[];
}

function empty(): MeterReading {
  return {
    setData: [],
    taps: [],
    calls: [],
    pages: {},
    opens: [],
    keyboardOpenings: 0,
    errors: [],
    notImitated: [],
  };
}

let reading = empty();
/** What happens by itself after all was quiet, a timer's work, belongs to no tap and to no opening. */
let isQuiet = false;

export function recordQuiet(): void {
  isQuiet = true;
}

export function readMeter(): MeterReading {
  countShownPages();
  return structuredClone(reading);
}

export function resetMeter(): void {
  reading = empty();
}

export function recordSetData(record: SetDataRecord): void {
  reading.setData.push(record);
  const tap = reading.taps.at(-1);
  if (tap === undefined || isQuiet || tap.page !== record.page) return;
  tap.setData += 1;
  tap.setDataBytes += record.bytes;
}

export function recordCall(record: CallRecord): void {
  reading.calls.push(record);
  if (isQuiet) return;
  const tap = reading.taps.at(-1);
  if (tap !== undefined) {
    tap.calls += 1;
    tap.bytesSent += record.bytesSent;
    tap.bytesReceived += record.bytesReceived;
  }
  const open = reading.opens.at(-1);
  if (open === undefined || reading.taps.length > 0) return;
  open.calls += 1;
  open.bytesReceived += record.bytesReceived;
}

export function recordTap(page: string): void {
  isQuiet = false;
  reading.taps.push({ page, setData: 0, setDataBytes: 0, calls: 0, bytesSent: 0, bytesReceived: 0 });
}

export function recordOpen(route: string, milliseconds: number): void {
  isQuiet = false;
  reading.opens.push({ route, milliseconds, calls: 0, bytesReceived: 0 });
}

function recordError(text: string): void {
  reading.errors.push(text);
}

export function recordNotImitated(name: string): void {
  reading.notImitated.push(name);
}

/** Elements of templates and components; the inside of built-ins is not counted. Keeps the maximum of each page. */
export function countShownPages(): void {
  for (const root of document.querySelectorAll('.wxp-page:not([hidden]) > wx-page')) {
    const route = root.getAttribute('is') ?? '';
    const now: PageRecord = { nodes: 0, depth: 0, children: 0 };
    walk(root, 1, now);
    const before = reading.pages[route] ?? now;
    reading.pages[route] = {
      nodes: Math.max(before.nodes, now.nodes),
      depth: Math.max(before.depth, now.depth),
      children: Math.max(before.children, now.children),
    };
  }
}

function walk(element: Element, depth: number, record: PageRecord): void {
  const children = [...element.children].filter((child) => child.tagName.startsWith('WX-'));
  record.depth = Math.max(record.depth, depth);
  record.children = Math.max(record.children, children.length);
  record.nodes += children.length;
  for (const child of children) walk(child, depth + 1, record);
}

/** Collects what a test must find empty at its end. */
export function watchErrors(): void {
  addEventListener('error', ({ message }) => {
    recordError(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    recordError(`unhandled rejection: ${reason instanceof Error ? reason.message : JSON.stringify(reason)}`);
  });
  const print = console.error.bind(console);
  console.error = (...values: unknown[]): void => {
    recordError(values.map((value) => (value instanceof Error ? value.message : String(value))).join(' '));
    print(...values);
  };
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('#app input:not([type=file]), #app textarea')) {
      reading.keyboardOpenings += 1;
    }
  });
}
