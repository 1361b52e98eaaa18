// npm start: builds what changed, fills the data folder on the first start, runs the local cloud and says what to open.
//   npm start -- --street full --people     the reference street with everybody in it (an empty data folder only)
//   npm start -- --no-build                 dist as it is
//   npm start -- --verbose                  with the lines that functions log
//   PORT=7701 WANJIA_HOME=.local/other npm start
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@domain/kernel/day';
import { startLocalCloud, StartProblem, type LocalCloud } from '../local/cloud/start';
import { printedCodes } from '../local/seed/codes';
import { openDataFolder, type DataFolder } from '../local/seed/data-folder';
import { openidOf } from '../local/seed/personas';
import { generateStreet, type Street } from '../local/seed/street';
import { buildAll, DIST_FUNCTIONS, DIST_MINIPROGRAM, DIST_PHONE } from './build';
import { ensureBuilt } from './ensure-built';

const ROOT = path.resolve(__dirname, '..');
const DATABASE = path.join(ROOT, 'cloudfunctions/database');
const PORT = 7700;
const DIST = {
  root: ROOT,
  sources: ['miniprogram', 'domain', 'cloudfunctions', 'local/phone', 'package-lock.json'],
  outputs: [DIST_FUNCTIONS, DIST_MINIPROGRAM, DIST_PHONE],
  build: buildAll,
};
const BAR_CELLS = 30;

/** Who is worth opening first, with the English word for it. */
const TOUR = [
  ['A', 'resident'],
  ['H3', 'building head'],
  ['W1', 'grid worker'],
  ['S', 'community'],
  ['ADM', 'street administrator'],
  ['ADM2', 'second administrator'],
  ['SEC', 'secretary, aggregates only'],
  ['Q', 'auditor'],
] as const;

interface Wish {
  readonly kind: 'small' | 'full' | undefined;
  readonly people: boolean;
  readonly isBuilt: boolean;
  readonly verbose: boolean;
  readonly port: number;
  readonly home: string;
}

function readWish(): Wish {
  const { street, people, 'no-build': isBuilt, verbose } = readArguments();
  if (street !== undefined && street !== 'small' && street !== 'full') {
    throw new StartProblem(`--street 只能是 small 或 full，不能是 ${street}。`);
  }
  const port = Number(process.env['PORT'] ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartProblem(`PORT=${process.env['PORT'] ?? ''} 不是端口号，请写 0 到 65535 之间的数。`);
  }
  return {
    kind: street,
    people,
    isBuilt,
    verbose,
    port,
    home: path.resolve(ROOT, process.env['WANJIA_HOME'] ?? '.local'),
  };
}

interface Arguments {
  street?: string;
  people: boolean;
  'no-build': boolean;
  verbose: boolean;
}

function readArguments(): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { street: { type: 'string' }, people: flag, 'no-build': flag, verbose: flag } as const;
    return parseArgs({ options }).values;
  } catch {
    throw new StartProblem('认不出启动参数，可以写：npm start -- --street full --people');
  }
}

/** A bar on a terminal; one line where the words go into a file. */
function progressBar(): (share: number) => void {
  let shown = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent === shown) return;
    if (shown === -1 && !process.stdout.isTTY) console.log('正在准备街道 · filling …');
    shown = percent;
    if (!process.stdout.isTTY) return;
    const full = Math.round(share * BAR_CELLS);
    const bar = '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
    process.stdout.write(`\r正在准备街道 · filling ${bar} ${percent}%${percent === 100 ? '\n' : ''}`);
  };
}

async function openFolder({ kind, people, home }: Wish): Promise<DataFolder> {
  const onProgress = progressBar();
  const today = dayOf(Date.now());
  const folder = await openDataFolder({ home, database: DATABASE, kind, people, today, onProgress });
  if (folder.isNew) onProgress(1);
  return folder;
}

function listTour({ identities }: Street, url: string): string[] {
  return TOUR.flatMap(([key, english]) => {
    const found = identities.find(({ openid }) => openid === openidOf(key));
    return found === undefined
      ? []
      : [`  ${url}/?as=${found.openid}`.padEnd(42) + `${found.name} · ${english}`];
  });
}

function announce(street: Street, { input }: DataFolder, { url, home }: { url: string; home: string }): void {
  const { compounds, doors, households, people } = street.truth.street;
  const lines = [
    '',
    `万家已启动 · Wanjia is running: ${url}`,
    `街道 · street: ${input.kind}，${compounds} 个小区，${doors} 户室，开始时已登记 ${households} 户 ${people} 人（全是合成数据 · synthetic）`,
    `数据 · data: ${path.relative(process.cwd(), home) || '.'}`,
    '',
    '以谁的身份打开 · open as',
    ...listTour(street, url),
    '',
    '按 Ctrl-C 结束，数据会留着 · Ctrl-C stops, the data stays',
    '',
  ];
  console.log(lines.join('\n'));
}

/** Ends in good order on Ctrl-C, once. */
function closeOnSignal(cloud: LocalCloud): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new StartProblem('npm start 只用于开发和试用，不能用于生产环境，请去掉 NODE_ENV=production。');
  }
  const wish = readWish();
  await ensureBuilt(DIST, wish.isBuilt);
  const folder = await openFolder(wish);
  const street = generateStreet(folder.input);
  let codes: ReturnType<typeof printedCodes> | undefined;
  const cloud = await startLocalCloud({
    port: wish.port,
    home: wish.home,
    functions: DIST_FUNCTIONS,
    database: DATABASE,
    phone: DIST_PHONE,
    codes: () => (codes ??= printedCodes(street)),
    secrets: { WANJIA_ROOT_KEY: folder.rootKey, WANJIA_TEST_NUMBERS: '1' },
    timers: true,
    verbose: wish.verbose,
  });
  closeOnSignal(cloud);
  announce(street, folder, { url: cloud.url, home: wish.home });
}

/** One sentence and exit code 1: whoever starts a program for the first time is not helped by a stack. */
function fail(error: unknown): never {
  console.error(error instanceof StartProblem ? error.message : `没能启动 · ${messageOf(error)}`);
  process.exit(1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main().catch(fail);
