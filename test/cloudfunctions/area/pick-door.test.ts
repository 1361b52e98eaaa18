import { formFor } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('pick a door', () => {
  it('is refused for a door that is not there', async () => {
    const outsider = street.as('outsider X').area;
    const { unitId } = street.door('苹果花园 3-2-502');

    await expectStandstill(street, () => outsider.pickDoor({ doorId: 'nowhere-1' }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => outsider.pickDoor({ doorId: unitId + '-999' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(street, () => outsider.pickDoor({ doorId: unitId }), refused('NOT_FOUND'));
  });

  it('answers a taken door like a free one', async () => {
    const taken = street.door('苹果花园 3-1-101');
    const free = street.door('苹果花园 3-2-502');

    const replies = [
      dataOf(await street.as('outsider X').area.pickDoor({ doorId: taken.id })),
      dataOf(await street.as('outsider X').area.pickDoor({ doorId: free.id })),
    ];

    expect(replies.map(({ plate }) => plate)).toEqual([taken.plate, free.plate]);
    expect(replies.map((reply) => Object.keys(reply))).toEqual([
      ['ticket', 'plate'],
      ['ticket', 'plate'],
    ]);
  });

  it('gives a ticket that is worth the door’s code for an hour, to that door alone', async () => {
    const door = street.door('苹果花园 3-2-502');
    const { ticket } = dataOf(await street.as('outsider X').area.pickDoor({ doorId: door.id }));
    const moved = ticket.replace(door.id, street.door('苹果花园 3-2-501').id);
    const hand = (text: string) =>
      street.as('outsider X').census.submitForm({ ...formFor(door), place: { by: 'ticket', ticket: text } });

    await street.clock.set(START + 59 * 60_000);
    const inTime = await hand(ticket);

    expect(dataOf(inTime).receipt.plate).toEqual(door.plate);
    await expectStandstill(street, () => hand(moved), refused('NOT_FOUND'));
    await street.clock.set(START + 60 * 60_000);
    await expectStandstill(street, () => hand(ticket), refused('EXPIRED'));
  });
});
