// What the phone offers to tests as `__phone`.

export interface PhoneMeter {
  setData: { page: string; component: string; keys: string[]; bytes: number; at: number }[];
  taps: {
    page: string;
    setData: number;
    setDataBytes: number;
    calls: number;
    bytesSent: number;
    bytesReceived: number;
  }[];
  calls: { name: string; bytesSent: number; bytesReceived: number }[];
  pages: Record<string, { nodes: number; depth: number; children: number }>;
  opens: { route: string; milliseconds: number; calls: number; bytesReceived: number }[];
  keyboardOpenings: number;
  errors: string[];
  notImitated: string[];
  storage: { bytes: number; keys: string[] };
}

export interface Handles {
  idle: () => Promise<void>;
  passTime: (milliseconds: number) => void;
  meter: { read: () => PhoneMeter; reset: () => void };
  network: (mode: string) => void;
  scan: (text: string) => void;
  relaunch: (change?: object) => void;
  goTo: (url: string) => Promise<unknown>;
  leave: () => void;
  comeBack: () => void;
  setTheme: (theme: string) => void;
  setFontScale: (scale: number) => void;
  lastShareCard: () => { title: string; path: string; imageUrl: string; isPrivate: boolean } | undefined;
  clipboardText: () => string;
  handedOut: () => Promise<{ name: string; base64: string }[]>;
}
