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

describe('the reach of a notice', () => {
  it('is refused where there is none, elsewhere, and to whoever works nowhere', async () => {
    const { communityId, gridId } = street.door('樱花苑 2-1-302');
    await layNotice(street, { communityId, gridId });
    for (const [person, noticeId] of [
      ['administrator S', 'nothing'],
      ['administrator S', 'notice'],
      ['worker W1', 'notice'],
    ] as const) {
      const call = () => street.as(person).notice.readReach({ noticeId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    await expectStandstill(
      street,
      () => street.as('volunteer E').notice.readReach({ noticeId: 'notice' }),
      refused('FORBIDDEN'),
    );
  });

  it('is counted by building, and equals a recount', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const before = await publish(street);
    expect(
      dataOf(await street.as('administrator S').notice.readReach({ noticeId: before })).isDelivered,
    ).toBe(false);
    await deliver(street);
    dataOf(await (await street.seated('resident A')).notice.markNotice({ noticeId: before }));

    const reach = dataOf(await street.as('worker W1').notice.readReach({ noticeId: before }));

    const rows = await street.all<{ buildingId: string; readAt: number }>('deliveries');
    expect(reach).toEqual({
      buildings: [
        {
          buildingId: street.building('苹果花园 3'),
          name: '苹果花园 3号楼',
          reached: rows.length,
          read: rows.filter(({ readAt }) => readAt > 0).length,
        },
      ],
      isDelivered: true,
    });
    expect(rows.length).toBeGreaterThan(0);
  });
});
