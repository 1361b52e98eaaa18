/** What a page may weigh (P15): the default assertions on every reading of a phone's meter. */
import type { PhoneMeter } from '../../browser/phone';

const SET_DATA_BYTES = 8_000;
const SET_DATA_PER_TAP = 2;
const CALLS_PER_TAP = 1;
const CALLS_TO_OPEN = 1;
const BYTES_TO_OPEN = 8_000;
const NODES = 300;
const DEPTH = 12;
const CHILDREN = 40;

/** Every page weight over its limit, in words. */
export function weightProblems({ setData, taps, pages, opens }: PhoneMeter): string[] {
  return [
    ...setData
      .filter(({ bytes }) => bytes > SET_DATA_BYTES)
      .map(
        ({ page, component, bytes, keys }) =>
          `${page} ${component}: setData of ${bytes} bytes (${keys.join()})`,
      ),
    ...taps
      .map((tap, index) => ({ ...tap, index }))
      .filter((tap) => tap.setData > SET_DATA_PER_TAP || tap.calls > CALLS_PER_TAP)
      .map(({ index, setData: count, calls }) => `tap ${index + 1}: ${count} setData, ${calls} calls`),
    ...opens
      .filter(({ calls }) => calls > CALLS_TO_OPEN)
      .map(({ route, calls }) => `${route}: ${calls} calls to open`),
    ...opens
      .filter(({ bytesReceived }) => bytesReceived > BYTES_TO_OPEN)
      .map(({ route, bytesReceived }) => `${route}: ${bytesReceived} bytes to open`),
    ...Object.entries(pages)
      .filter(([, page]) => page.nodes > NODES || page.depth > DEPTH || page.children > CHILDREN)
      .map(
        ([route, { nodes, depth, children }]) =>
          `${route}: ${nodes} nodes, depth ${depth}, ${children} children`,
      ),
  ];
}
