import { deliver, layNotice, publish } from '../fixture/notices';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const buildingId = () => street.building('苹果花园 3');
const at = (noticeId = 'notice') => ({ noticeId, buildingId: buildingId() });

describe('doors that a notice has not reached', () => {
  it('are refused where there is no notice or building, elsewhere, and where it was never aimed at', async () => {
    await layNotice(street);
    for (const [person, input] of [
      ['administrator S', at('nothing')],
      ['administrator S', { ...at(), buildingId: 'nothing' }],
      ['administrator S', { ...at(), buildingId: street.building('苹果花园 5') }],
      ['worker W1', { ...at(), buildingId: street.building('樱花苑 2') }],
    ] as const) {
      const call = () => street.as(person).notice.listUnread(input);
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    for (const person of ['street ADM', 'volunteer E']) {
      const call = () => street.as(person).notice.listUnread(at());
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('are listed of an important notice alone, and until its last day', async () => {
    for (const changes of [{ isImportant: false }, { state: 'hidden' as const }, { endsOn: '2026-03-09' }]) {
      const { state } = await layNotice(street, changes);
      const call = () => street.as('worker W1').notice.listUnread(at());
      await expectStandstill(street, call, refused('WRONG_STATE', { state }));
    }
  });

  it('are those where nobody has read it: a door and nobody behind it, no vacant one', async () => {
    const door = street.door('苹果花园 3-2-502');
    await register(street, door);
    const noticeId = await publish(street);
    await deliver(street);
    const lines = async () =>
      dataOf(await street.as('worker W1').notice.listUnread(at(noticeId))).doors.map(({ line }) => line);
    const before = await lines();
    expect(before).toContain(door.plate.line);
    expect(before).not.toContain(street.door('苹果花园 3-3-401').plate.line);
    dataOf(await (await street.seated('resident A')).notice.markNotice({ noticeId }));
    expect(await lines()).toEqual(before.filter((line) => line !== door.plate.line));
  });
});
