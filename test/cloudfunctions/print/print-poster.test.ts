import { POSTER_ENTRIES } from '../../../cloudfunctions/pdf/poster';
import { HOME_ENTRIES } from '../../../miniprogram/messages/home';
import { readPages } from '../pdf/pdf-reader';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';
import { expectStandstill } from '../fixture/standstill';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const print = (person: string) => street.as(person).print.printPoster({});

describe('print the poster of the street’s own code', () => {
  it('is refused to whoever prints none', async () => {
    for (const person of ['outsider X', 'resident A', 'worker W1', 'volunteer V1', 'auditor Q']) {
      await expectStandstill(street, () => print(person), refused('FORBIDDEN'));
    }
  });

  it('is one page with the street’s name, its five entries and a public number, and nothing of anybody', async () => {
    for (const person of ['administrator S', 'admin ADM']) {
      const { url, fileName } = dataOf(await print(person));
      const pages = readPages(Buffer.from(await (await fetch(url)).arrayBuffer()));
      expect(pages).toHaveLength(1);
      const [{ text } = { text: [] }] = pages;
      const [name = ''] = text;
      expect(fileName).toBe(`${name}海报.pdf`);
      expect(text.slice(3, -1)).toEqual(POSTER_ENTRIES.flat());
      expect(text.at(-1)).toMatch(/^不方便扫码，打电话 \d+$/);
    }
    expect(POSTER_ENTRIES.map(([name]) => name)).toEqual(HOME_ENTRIES.map(({ label }) => label));
  });

  it('answers an address of ten minutes, and notes who printed', async () => {
    const { url } = dataOf(await print('administrator S'));
    await street.clock.set(START + 601_000);
    expect((await fetch(url)).status).toBe(403);
    const [event] = await street.events();
    expect(event?.audit).toMatchObject({ action: 'poster.print', objects: [street.area('金果社区')] });
  });
});
