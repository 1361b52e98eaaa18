/**
 * The stage of a journey: one cloud with the built phone for a file, one browser, a fresh street for each test, and a phone
 * for each person. After every test nothing may have gone wrong unseen, neither in the phones nor in the cloud, and every figure
 * equals a recount.
 */
import { openBrowser, openPhone, type OpenedBrowser, type PhoneDriver } from '../../browser/phone';
import type { PhoneMeter, PhoneOptions } from '../../browser/phone';
import { openStreet, START, type TestStreet } from '../../cloudfunctions/fixture/street';
import { control } from '../../cloudfunctions/fixture/cloud-client';
import { openidOf } from '../../../local/seed/personas';
import type { RequestRecord } from '../../../local/cloud/observe/meter';
import { holding } from './held';
import { weightProblems } from './weight';

export type Look = Omit<PhoneOptions, 'url' | 'as'>;

/** A code scanned with WeChat's own camera. */
export const SCANNED = 1047;

export interface Journey {
  readonly street: TestStreet;
  /** A fresh phone in the hands of one person, `resident A` or `worker W1`. */
  phone(person: string, look?: Look): Promise<PhoneDriver>;
  /** Ends the app on that phone and starts it again; what the meter saw is kept. */
  restart(phone: PhoneDriver, change?: Parameters<PhoneDriver['relaunch']>[0]): Promise<void>;
  /** Opens another page in place of all; what the meter saw is kept. */
  goTo(phone: PhoneDriver, url: string): Promise<void>;
  /** Says that this problem of this phone belongs to the test. */
  forgive(phone: PhoneDriver, problem: RegExp): void;
  /** The same of the cloud: a write beside the transaction, where one is meant. */
  forgiveCloud(problem: RegExp): void;
  /** Says why this case is not recounted: it lays something out past the counters. */
  leaveUncounted(why: string): void;
}

interface Held {
  readonly phone: PhoneDriver;
  readonly readings: PhoneMeter[];
  readonly forgiven: RegExp[];
}

class Stage implements Journey {
  street!: TestStreet;
  browser: OpenedBrowser | undefined;
  private held: Held[] = [];
  private forgiven: RegExp[] = [];
  private uncounted: string | undefined;

  async phone(person: string, look: Look = {}): Promise<PhoneDriver> {
    if (this.browser === undefined) throw new Error('no browser');
    const as = openidOf(person.slice(person.lastIndexOf(' ') + 1));
    const phone = await openPhone(this.browser, { url: this.street.url, as, now: START, ...look });
    this.held.push({ phone, readings: [], forgiven: [] });
    return phone;
  }

  async restart(phone: PhoneDriver, change?: Parameters<PhoneDriver['relaunch']>[0]): Promise<void> {
    this.holding(phone).readings.push(await phone.meter());
    await phone.relaunch(change);
  }

  async goTo(phone: PhoneDriver, url: string): Promise<void> {
    this.holding(phone).readings.push(await phone.meter());
    await phone.resetMeter();
    await phone.goTo(url);
  }

  forgive(phone: PhoneDriver, problem: RegExp): void {
    this.holding(phone).forgiven.push(problem);
  }

  forgiveCloud(problem: RegExp): void {
    this.forgiven.push(problem);
  }

  leaveUncounted(why: string): void {
    this.uncounted = why;
  }

  async begin(): Promise<void> {
    this.forgiven = [];
    this.uncounted = undefined;
    await this.street.reset();
  }

  get isCounted(): boolean {
    return this.uncounted === undefined;
  }

  /** Everything that went wrong in this test, in words; closes its phones. */
  async problems(): Promise<string[]> {
    const held = this.held.splice(0);
    const ofCloud = await this.cloudProblems();
    const found = ofCloud.filter((problem) => !this.forgiven.some((pattern) => pattern.test(problem)));
    for (const { phone, readings, forgiven } of held) {
      for (const reading of [...readings, await phone.meter()]) {
        const problems = [...readingProblems(reading), ...weightProblems(reading)];
        found.push(...problems.filter((problem) => !forgiven.some((pattern) => pattern.test(problem))));
      }
      await phone.close();
    }
    return found;
  }

  async cloudProblems(): Promise<string[]> {
    const meter = await control<{ requests: RequestRecord[]; notImitated: string[] }>(
      this.street.url,
      'GET meter',
    );
    const odd = meter.requests.filter(
      ({ escapedWrites, leakedLines, notImitated }) => escapedWrites + leakedLines + notImitated > 0,
    );
    return [
      ...odd.map(
        ({ function: name, procedure, escapedWrites, leakedLines, notImitated }) =>
          `${name}.${procedure}: ${escapedWrites} escaped writes, ${leakedLines} leaked lines, ${notImitated} not imitated`,
      ),
      ...meter.notImitated.map((name) => `the cloud does not imitate ${name}`),
    ];
  }

  private holding(phone: PhoneDriver): Held {
    const held = this.held.find((one) => one.phone === phone);
    if (held === undefined) throw new Error('this phone is not of this test');
    return held;
  }
}

function readingProblems({ errors, notImitated }: PhoneMeter): string[] {
  return [
    ...errors.map((error) => `the phone met an error: ${error}`),
    ...notImitated.map((name) => `the phone does not imitate ${name}`),
  ];
}

const OPENING_MS = 60_000;

/**
 * Sets the stage of a journey's file. `walk` is `it`, left out loudly where the machine has no browser. `glyphs`: the file looks
 * at how its pages stand on the screen, so Chinese words are drawn; each phone loads some twenty fonts for them. A long walk has more patience.
 */
export function openJourney({ glyphs = false, patienceMs = 60_000 } = {}): {
  journey: Journey;
  walk: (title: string, run: () => Promise<void>) => void;
} {
  const stage = new Stage();
  const expectHeld = holding();
  beforeAll(async () => {
    stage.browser = await openBrowser({ glyphs });
    if (stage.browser !== undefined) stage.street = await openStreet();
  }, OPENING_MS);
  beforeEach(async () => {
    if (stage.browser !== undefined) await stage.begin();
  });
  afterEach(async () => {
    if (stage.browser === undefined) return;
    expect(await stage.problems()).toEqual([]);
    if (stage.isCounted) await expectHeld(stage.street);
  });
  afterAll(async () => {
    if (stage.browser === undefined) return;
    try {
      if (stage.isCounted) await expectHeld(stage.street, true);
    } finally {
      await stage.browser.close();
      await stage.street.close();
    }
  });
  const walk = (title: string, run: () => Promise<void>): void => {
    const onStage = async (): Promise<void> => {
      if (stage.browser !== undefined) await run();
    };
    it(title, onStage, patienceMs);
  };
  return { journey: stage, walk };
}
