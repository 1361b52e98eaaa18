// Hover and long press. They work on the DOM and find the built-in behind a node; taps come from the engine.
import * as glassEasel from 'glass-easel';
import { listensForLongPress } from '../runtime/backend';
import { componentOf, engineOf } from '../runtime/engine';
import { swallowNextTap } from '../runtime/registry';
import type { BuiltIn } from './definition';

const LONG_PRESS_MILLISECONDS = 350;
const MOVE_MAX = 10;

interface Press {
  x: number;
  y: number;
  timers: number[];
  hovered: BuiltIn[];
}

let press: Press | undefined;

export function watchGestures(): void {
  const options = { capture: true, passive: true };
  addEventListener('pointerdown', startPress, options);
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (press !== undefined && Math.hypot(clientX - press.x, clientY - press.y) > MOVE_MAX) endPress();
    },
    options,
  );
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, endPress, options);
}

function startPress({ target, clientX, clientY }: PointerEvent): void {
  endPress();
  if (!(target instanceof Element)) return;
  const begun: Press = { x: clientX, y: clientY, timers: [], hovered: [] };
  press = begun;
  for (const self of hoverables(target)) {
    begun.timers.push(
      window.setTimeout(() => {
        self.classList?.toggle(self.data.hoverClass, true);
        begun.hovered.push(self);
      }, self.data.hoverStartTime),
    );
  }
  if (listensForLongPress(target)) {
    begun.timers.push(
      window.setTimeout(() => {
        longPress(target, begun);
      }, LONG_PRESS_MILLISECONDS),
    );
  }
}

function hoverables(target: Element): BuiltIn[] {
  const found: BuiltIn[] = [];
  for (let node: Element | null = target; node !== null; node = node.parentElement) {
    const self = componentOf(node) as unknown as BuiltIn | undefined;
    const hoverClass = self?.data.hoverClass;
    if (self === undefined || !hoverClass || hoverClass === 'none' || self.data.disabled) continue;
    found.push(self);
    if (self.data.hoverStopPropagation) break;
  }
  return found;
}

function longPress(target: Element, { x, y }: Press): void {
  let node: Element | null = target;
  while (node !== null && engineOf(node) === undefined) node = node.parentElement;
  const element = engineOf(node);
  if (element === undefined) return;
  swallowNextTap();
  const event = new glassEasel.Event(
    'longpress',
    { x, y },
    { bubbles: true, composed: true, capturePhase: true },
  );
  glassEasel.Event.dispatchEvent(element as never, event);
}

function endPress(): void {
  if (press === undefined) return;
  for (const timer of press.timers) clearTimeout(timer);
  for (const self of press.hovered) {
    setTimeout(() => self.classList?.toggle(self.data.hoverClass, false), self.data.hoverStayTime);
  }
  press = undefined;
}
