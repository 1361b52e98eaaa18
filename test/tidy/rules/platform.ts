import { findMatches, within, type Finding, type SourceFile } from '../tree';

/** Interfaces that the platform has replaced or forbids, each with what to call. */
const RETIRED: Readonly<Record<string, string>> = {
  getSystemInfo: 'getAppBaseInfo, getWindowInfo, getDeviceInfo',
  getSystemInfoSync: 'getAppBaseInfo, getWindowInfo, getDeviceInfo',
  getSystemInfoAsync: 'getAppBaseInfo, getWindowInfo, getDeviceInfo',
  getShareInfo: 'getGroupEnterInfo',
  getUserInfo: 'nothing: the caller is known',
  getUserProfile: 'nothing: the caller is known',
  login: 'nothing: the caller is known',
  createCanvasContext: 'a canvas of type 2d',
  canvasToTempFilePathSync: 'canvasToTempFilePath',
  saveFile: 'getFileSystemManager',
  request: 'services/cloud.ts',
  connectSocket: 'services/cloud.ts',
  chooseImage: 'chooseMedia',
  chooseVideo: 'chooseMedia',
};

/** Interfaces that WeChat blocks until the person has agreed, by how they look in a source. */
const PRIVACY: Readonly<Record<string, RegExp>> = {
  addPhoneCalendar: /\bwx\.addPhone(?:Repeat)?Calendar\b/,
  addPhoneContact: /\bwx\.addPhoneContact\b/,
  chooseAddress: /\bwx\.chooseAddress\b/,
  chooseAvatar: /open-type="chooseAvatar"/,
  chooseInvoiceTitle: /\bwx\.chooseInvoice(?:Title)?\b/,
  chooseLicensePlate: /\bwx\.chooseLicensePlate\b/,
  chooseLocation: /\bwx\.choose(?:Location|Poi)\b/,
  chooseMedia: /\bwx\.choose(?:Media|Image|Video)\b/,
  chooseMessageFile: /\bwx\.chooseMessageFile\b/,
  getClipboardData: /\bwx\.getClipboardData\b/,
  setClipboardData: /\bwx\.setClipboardData\b/,
  getFuzzyLocation: /\bwx\.getFuzzyLocation\b/,
  getLocation: /\bwx\.(?:getLocation|startLocationUpdate(?:Background)?)\b/,
  getPhoneNumber: /open-type="getPhoneNumber"/,
  getRealtimePhoneNumber: /open-type="getRealtimePhoneNumber"/,
  getRecorderManager: /\bwx\.(?:getRecorderManager|startRecord)\b/,
  getWeRunData: /\bwx\.getWeRunData\b/,
  camera: /<camera[\s>]|\bwx\.createCameraContext\b/,
  nickname: /type="nickname"/,
  openBluetoothAdapter: /\bwx\.(?:openBluetoothAdapter|createBLEPeripheralServer)\b/,
  saveImageToPhotosAlbum: /\bwx\.save(?:Image|Video)ToPhotosAlbum\b/,
  startAccelerometer: /\bwx\.start(?:Accelerometer|Compass|DeviceMotionListening|Gyroscope)\b/,
};

const MANIFEST = 'miniprogram/privacy-manifest.json';
const PHONE_SCRIPT = /^miniprogram\/.*\.ts$/;

/** Retired and forbidden interfaces, and the cloud behind the back of its service. */
export function findRetiredInterfaces(files: readonly SourceFile[]): Finding[] {
  const scripts = within(files, PHONE_SCRIPT);
  const elsewhere = scripts.filter(({ path }) => path !== 'miniprogram/services/cloud.ts');
  return [
    ...findMatches(scripts, /\bwx\.(\w+)/g, ([, name = '']) =>
      Object.hasOwn(RETIRED, name) ? `wx.${name} → ${RETIRED[name] ?? ''}` : undefined,
    ),
    ...findMatches(elsewhere, /\bwx\.cloud\b/g, () => 'wx.cloud is spoken to by services/cloud.ts alone'),
    ...findMatches(
      within(files, /^miniprogram\/.*\.wxml$/),
      /open-type="getUser(?:Info|Profile)"/g,
      () => 'the caller is known',
    ),
  ];
}

/** Interfaces that the local phone does not imitate, so that no journey can ever have seen them work. */
export function findUnseenInterfaces(files: readonly SourceFile[]): Finding[] {
  const imitation = within(files, /^local\/phone\/wx\/.*\.ts$/);
  const words = new Set(imitation.flatMap(({ text }) => text.match(/\b\w+\b/g) ?? []));
  return findMatches(within(files, PHONE_SCRIPT), /\bwx\.(\w+)/g, ([, name = '']) =>
    // A pair of on… and off… is made from the event's own name.
    words.has(name) || words.has(name.replace(/^(?:on|off)/, ''))
      ? undefined
      : `wx.${name} is not imitated in local/phone/wx`,
  );
}

/** Interfaces that need consent and are not declared, and declared ones that nobody uses. */
export function findPrivacyGaps(files: readonly SourceFile[]): Finding[] {
  const sources = within(files, /^miniprogram\/.*\.(?:ts|wxml)$/);
  const used = Object.keys(PRIVACY).filter((name) => sources.some(({ text }) => PRIVACY[name]?.test(text)));
  const manifest = files.find(({ path }) => path === MANIFEST);
  const declared = manifest === undefined ? [] : declaredIn(manifest.text);
  const say = (name: string, what: string): Finding => ({ path: MANIFEST, line: 0, what: `${name} ${what}` });
  return [
    ...used.filter((name) => !declared.includes(name)).map((name) => say(name, 'is used and not declared')),
    ...declared.filter((name) => !used.includes(name)).map((name) => say(name, 'is declared and not used')),
  ];
}

/** Timers of pages and components that nobody takes back. */
export function findStrayTimers(files: readonly SourceFile[]): Finding[] {
  const owners = within(files, /^miniprogram\/(?!services\/).*\.ts$/);
  return (['Timeout', 'Interval'] as const).flatMap((kind) =>
    findMatches(
      owners.filter(({ text }) => !text.includes(`clear${kind}(`)),
      new RegExp(`\\bset${kind}\\(`, 'g'),
      () => `set${kind} without clear${kind} outlives its page`,
    ),
  );
}

/** Addresses without encryption, other than names of namespaces and this machine. */
export function findOpenAddresses(files: readonly SourceFile[]): Finding[] {
  const shipped = within(files, /^(?:miniprogram|cloudfunctions|domain)\//);
  return findMatches(
    shipped,
    /http:\/\/(?!www\.w3\.org\/|schemas\.openxmlformats\.org\/)[\w.-]+/g,
    ([address]) => `${address} is not https`,
  );
}

/** Signs by which shipped code could tell that it runs on a laptop. */
export function findLocalSwitches(files: readonly SourceFile[]): Finding[] {
  const shipped = within(files, /^(?:miniprogram|cloudfunctions|domain)\/.*\.(?:ts|wxml)$/);
  const pattern =
    /\b(?:localhost|127\.0\.0\.1|7700|NODE_ENV|(?:IS_)?LOCAL(?:_\w+)?|isLocal\w*|local-cloud|local-phone)\b/g;
  return findMatches(shipped, pattern, ([word]) => `“${word}” would be a local switch`);
}

/** Storage or other blocking calls while the program starts. */
export function findBlockingStart(files: readonly SourceFile[]): Finding[] {
  return findMatches(
    within(files, /^miniprogram\/app\.ts$/),
    /\bwx\.\w+Sync\b/g,
    ([call]) => `${call} blocks the start`,
  );
}

/** Settings of the app and of the project that the product rests on. */
export function findLooseSettings(files: readonly SourceFile[]): Finding[] {
  const wanted: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    [
      'miniprogram/app.json',
      { lazyCodeLoading: 'requiredComponents', darkmode: true, resizable: true, useExtendedLib: undefined },
    ],
    [
      'project.config.json',
      {
        miniprogramRoot: 'dist/miniprogram/',
        cloudfunctionRoot: 'dist/cloudfunctions/',
        libVersion: '2.32.3',
      },
    ],
  ];
  return wanted.flatMap(([path, settings]) => {
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) return [];
    const found = JSON.parse(file.text) as Record<string, unknown>;
    return Object.entries(settings)
      .filter(([name, value]) => found[name] !== value)
      .map(([name, value]) => ({
        path,
        line: 0,
        what: `${name} is ${String(found[name])}, not ${String(value)}`,
      }));
  });
}

/** The manifest names each interface with its purpose: `{ "interfaces": { "getPhoneNumber": "…" } }`, or lists them. */
function declaredIn(text: string): string[] {
  const { interfaces = {} } = JSON.parse(text) as { interfaces?: string[] | Record<string, string> };
  return Array.isArray(interfaces) ? interfaces : Object.keys(interfaces);
}
