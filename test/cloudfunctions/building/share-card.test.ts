import { changeSeat } from '../fixture/seats';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';
import { fillAllBut } from './walls-of-a-building';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const three = () => ({ buildingId: street.building('苹果花园 3') });

describe('make the card of a building', () => {
  it('is not found for a building that nobody built', async () => {
    const call = () => street.as('head H3').building.shareCard({ buildingId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to whoever does not answer for the building', async () => {
    for (const person of ['outsider X', 'auditor Q', 'office ADM', 'property P1', 'volunteer E']) {
      const call = () => street.as(person).building.shareCard(three());
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const other = { buildingId: street.building('苹果花园 5') };
    await expectStandstill(
      street,
      () => street.as('head H3').building.shareCard(other),
      refused('NOT_FOUND'),
    );
  });

  it('is refused from the day after the head’s term', async () => {
    await changeSeat(street, 'head H3', { endsOn: '2026-03-09' });
    const call = () => street.as('head H3').building.shareCard(three());
    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it.each(['head H3', 'worker W1', 'community S'])(
    'says two figures and nothing else to %s',
    async (person) => {
      expect(await street.as(person).building.shareCard(three())).toEqual(
        accepted({
          ...three(),
          plate: { compound: '苹果花园', line: '3号楼' },
          state: 'open',
          counts: { handedIn: 12, due: 36 },
          asOf: START,
        }),
      );
    },
  );

  it('counts a form that waits, and a second one at the same door not again', async () => {
    await handIn(street, street.door('苹果花园 3-2-502'));
    await handIn(street, street.door('苹果花园 3-2-502'), { by: 'outsider X' });

    const { counts } = dataOf(await street.as('head H3').building.shareCard(three()));

    expect(counts).toEqual({ handedIn: 13, due: 36 });
  });

  it.each([
    [4, { handedIn: 32, due: 36 }, 'open'],
    [3, undefined, 'almost'],
    [1, undefined, 'almost'],
    [0, { handedIn: 36, due: 36 }, 'all'],
  ])('with %i doors left says %j', async (left, counts, state) => {
    await fillAllBut(street, three().buildingId, left);

    const card = dataOf(await street.as('head H3').building.shareCard(three()));

    expect({ counts: card.counts, state: card.state }).toEqual({ counts, state });
  });
});
