import { openStreet, START, type TestStreet } from '../fixture/street';
import { agreedExport, download, madeExport, sheetsOf, storedExport, wishFor } from './export-kit';

const LEASE_MS = 90_000;
let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function tables(exportId: string): Promise<[string, readonly string[][]][]> {
  return [...(await sheetsOf(await download(street, exportId)))].slice(1);
}

describe('the process of an export', () => {
  it('may die at any call: the next run ends with the same sheets, and nobody sees half a file', async () => {
    const wish = wishFor(street.area('金河湾'));
    const first = await madeExport(street, wish);
    const { calls } = await street.meter();
    const whole = await tables(first);
    const last = Object.values(calls).reduce((sum, count) => sum + count, 0);
    expect(last).toBeGreaterThan(8);

    for (let at = 1; at <= last; at += 1) {
      await street.reset();
      const exportId = await agreedExport(street, wish);
      await street.installFaults([
        { function: 'export', procedure: 'timer runExports', at, kind: 'exit', applied: true },
      ]);
      await expect(street.runTimer('runExports')).rejects.toThrow('runExports');
      await street.installFaults([]);
      const state = (await storedExport(street, exportId))?.state;
      if (state !== 'ready') {
        const reply = await street.as('admin ADM').export.openExport({ exportId });
        expect({ at, reply }).toMatchObject({ at, reply: { ok: false, problem: { code: 'WRONG_STATE' } } });
      }

      await street.clock.set(START + LEASE_MS + 1_000);
      await street.runTimer('runExports');

      expect({ at, sheets: await tables(exportId) }).toEqual({ at, sheets: whole });
    }
  }, 120_000);

  it('that is called twice at once makes one file', async () => {
    const exportId = await agreedExport(street, wishFor(street.area('金河湾')));

    await Promise.all([street.runTimer('runExports'), street.runTimer('runExports')]);

    expect(await storedExport(street, exportId)).toMatchObject({ state: 'ready' });
    expect(await street.all('jobs')).toMatchObject([{ state: 'done', fence: 1 }]);
  });
});
