import { newAdministrator, PHONE, PIN, settle, ticketOf } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the phones of a seat', () => {
  it('is refused to everybody who works on the ground, and to who acts in no seat', async () => {
    for (const person of ['outsider X', 'resident B', 'head H3', 'worker W1', 'volunteer V1']) {
      await expectStandstill(street, () => street.as(person).session.listDevices({}), refused('FORBIDDEN'));
    }
    const noSeat = () => street.as('office ADM', null).session.listDevices({});
    await expectStandstill(street, noSeat, refused('FORBIDDEN'));
  });

  it('is refused before the pledge, and from a phone that is not bound', async () => {
    const { calls } = await newAdministrator(street);
    const call = () => calls.session.listDevices({});
    await expectStandstill(street, call, refused('PLEDGE_REQUIRED'));

    const device = await settle(calls);

    for (const options of [{}, { device: { ...device, key: 'q'.repeat(26) } }]) {
      await expectStandstill(
        street,
        () => calls.session.listDevices({}, options),
        refused('FORBIDDEN', { lacks: 'device' }),
      );
    }
  });

  it('takes nothing that it did not ask for', async () => {
    const input = { seatId: 'other' } as object as Record<string, never>;
    const call = () => street.as('office ADM').session.listDevices(input);

    await expectStandstill(street, call, refused('VALIDATION'));
  });

  it('names label and days of each, and which of them asks, and nothing by which a phone could be imitated', async () => {
    const { calls } = await newAdministrator(street);
    const device = await settle(calls);
    dataOf(await calls.session.bindDevice({ device: 'q'.repeat(26), pin: PIN, label: '旧手机' }));

    const listed = dataOf(await calls.session.listDevices({ device: PHONE }, { device }));

    const days = { boundOn: '2026-03-10', usedOn: '2026-03-10' };
    expect(listed.devices).toEqual([
      { id: expect.any(String), label: '手机', ...days, isThis: true },
      { id: expect.any(String), label: '旧手机', ...days, isThis: false },
    ]);
    expect(JSON.stringify(listed)).not.toContain(PHONE);
  });

  it('knows of a phone that was bound or taken away a moment ago', async () => {
    const { calls } = await newAdministrator(street);
    const device = await settle(calls);
    const labels = async () => {
      const { devices } = dataOf(await calls.session.listDevices({}, { device }));
      return devices.map(({ label }) => label);
    };
    const before = await labels();
    dataOf(await calls.session.bindDevice({ device: 'q'.repeat(26), pin: PIN, label: '旧手机' }));
    const bound = await labels();
    const { devices } = dataOf(await calls.session.listDevices({}, { device }));
    const old = devices.find(({ label }) => label === '旧手机')?.id ?? '';
    dataOf(await calls.session.revokeDevice({ deviceId: old }, { device }));

    expect([before, bound, await labels()]).toEqual([['手机'], ['手机', '旧手机'], ['手机']]);
  });

  it('says on which day the PIN was last typed on each', async () => {
    const { calls } = await newAdministrator(street);
    await settle(calls);
    dataOf(await calls.session.bindDevice({ device: 'q'.repeat(26), pin: PIN, label: '旧手机' }));
    await street.clock.set(street.clock.now() + 86_400_000);
    const ticket = ticketOf(dataOf(await calls.session.verifyPin({ device: PHONE, pin: PIN })));

    const { devices } = dataOf(await calls.session.listDevices({}, { device: { key: PHONE, ticket } }));

    expect(devices.map(({ usedOn, isThis }) => [usedOn, isThis])).toEqual([
      ['2026-03-11', false],
      ['2026-03-10', false],
    ]);
  });

  it('is empty in a seat that is vouched for by whoever deployed', async () => {
    expect(dataOf(await street.as('office ADM').session.listDevices({}))).toEqual({ devices: [] });
  });
});
