import type { BuiltIn } from '../builtins/definition';
import type { Bundle, WindowJson } from '../bundle';
import type { Pages } from './opened-pages';

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
}

/** Everything one running phone consists of; built-ins and wx.* reach each other only through it. */
export interface Phone {
  bundle: Bundle;
  /** Identity of the person whose phone this is. */
  openid: string;
  /** The number that WeChat knows; phones of tests begin with 100, no real person can have one. */
  ownNumber: string;
  isComputer: boolean;
  launch: LaunchOptions;
  pages: Pages;
  /** Calls an interface of wx by name and answers its promise. */
  call: (name: string, options?: Record<string, unknown>) => Promise<unknown>;
  openType: (self: BuiltIn) => Promise<void>;
  applyRootFontSize: () => void;
  applyChrome: (window: WindowJson) => void;
  /** The person goes to another app, and comes back. */
  leave: () => void;
  comeBack: () => void;
  /** Browser address of a file the app holds by a path of its own, if it is one. */
  fileAddress: (path: string) => string | undefined;
}

let running: Phone | undefined;

export function phone(): Phone {
  if (running === undefined) throw new Error('the phone is not running yet');
  return running;
}

export function setPhone(next: Phone): void {
  running = next;
}
