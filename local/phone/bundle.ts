// What the build writes into app.js and the runtime reads. Paths are those of the package, without extension.

/** Stands before every class of a component's sheet until the runtime knows the component's isolation. */
export const SCOPE_MARK = 'zscope--';
/** Stands for the component itself, `:host`. */
export const HOST_MARK = 'zhost';

export interface WindowJson {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

export interface TabBarJson {
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  list?: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  window?: WindowJson;
  tabBar?: TabBarJson;
  /** Page → what is fetched while it is open. */
  preloadRule?: Record<string, { network?: string; packages: string[] }>;
  usingComponents?: Record<string, string>;
  darkmode?: boolean;
  themeLocation?: string;
}

export interface UnitJson extends WindowJson {
  component?: boolean;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, { default?: string } | true>;
}

export type ThemeJson = Record<'light' | 'dark', Record<string, string>>;

export type Require = ((target: string) => unknown) & { async: (target: string) => Promise<unknown> };

export type ModuleFunction = (require: Require, module: { exports: unknown }, exports: unknown) => void;

export interface Bundle {
  app: AppJson;
  theme: ThemeJson | undefined;
  /** Names of privacy interfaces the package declares; undefined without a manifest. */
  privacy: string[] | undefined;
  pages: string[];
  units: Record<string, UnitJson>;
  styles: Record<string, string>;
  appStyle: string;
  groups: Record<string, unknown>;
  /** Package path with .js → module. */
  modules: Record<string, ModuleFunction>;
}
