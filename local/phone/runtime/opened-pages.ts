/** The opened pages as the rest of the phone knows them; page-stack.ts moves them. */
import type { WindowJson } from '../bundle';
import type { EngineComponent } from './engine';
import type { EventChannel, Listener } from './route';

export type PageCaller = Record<string, unknown> & { setData: (data: Record<string, unknown>) => void };

export interface OpenPage {
  url: string;
  path: string;
  query: Record<string, string>;
  element: HTMLElement;
  component: EngineComponent;
  caller: PageCaller;
  /** Configuration of the page over that of the app; the navigation bar may change it. */
  window: WindowJson;
  isTab: boolean;
  /** Question asked before leaving, set by enableAlertBeforeUnload. */
  leaveQuestion: string | undefined;
  release: () => void;
}

export interface Pages {
  readonly depth: number;
  readonly top: OpenPage;
  callers(): PageCaller[];
  /** Calls a page's handler where it has one. */
  life(page: OpenPage, name: string, ...values: unknown[]): unknown;
  start(url: string): void;
  navigateTo(target: { url: string; events?: Record<string, Listener> }): { eventChannel: EventChannel };
  redirectTo(target: { url: string }): void;
  navigateBack(target: { delta?: number }): void;
  switchTab(target: { url: string }): void;
  reLaunch(target: { url: string }): void;
  hideTop(): void;
  showTop(): void;
}
