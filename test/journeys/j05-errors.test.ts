import { openRecord } from '@domain/work/sealed-record';
import type { MessageDocument, TaskDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { handIn } from '../cloudfunctions/fixture/residents';
import { offer, take } from '../cloudfunctions/fixture/seat-steps';
import { dataOf, START, type Door } from '../cloudfunctions/fixture/street';
import { openJourney, type Look } from './kit/journey';
import { cellOf } from './kit/records';
import {
  fillUp,
  handedIn,
  knock,
  letGo,
  morning,
  openDoor,
  store,
  storedUnder,
  tile,
  toWall,
  untilEntries,
  untilUnderWay,
  volunteersMorning,
} from './kit/stairwell';

const { journey, walk } = openJourney({ patienceMs: 240_000 });
const YEAR_MS = 365 * 86_400_000;
/** More than a call takes from the phone to the cloud. */
const MOMENT_MS = 120_000;
const OUTBOX = '/packages/worker/pages/outbox/outbox';
const at = (room: string): Door => journey.street.door(`苹果花园 3-2-${room}`);

/** W1 with the day's doors on the phone, at the wall of a stairwell without network. */
async function basement(look: Look = {}): Promise<PhoneDriver> {
  const w1 = await morning(journey, 'worker W1', look);
  await w1.network('offline');
  await toWall(w1);
  return w1;
}

async function refusedAt(w1: PhoneDriver, ...rooms: string[]): Promise<void> {
  for (const room of rooms) {
    await knock(w1, room, '拒访');
    await w1.back();
  }
}

async function visitsAt(door: Door) {
  return dataOf(await journey.street.as('worker W1').visit.listVisits({ doorId: door.id })).visits;
}

describe('J5.E1 the app is killed in mid-sync', () => {
  walk('J5.E1 at any moment, and goes on where it was, without doubles', async () => {
    const { street } = journey;
    const w1 = await basement();
    await refusedAt(w1, '502', '602', '401');

    await w1.network('answer-lost');
    await untilUnderWay(w1);
    await journey.restart(w1);
    await untilEntries(w1, (states) => states.includes('saved') || states.includes('confirmed'));
    await journey.restart(w1);
    await handedIn(w1);

    const events = await street.events();
    expect(events.filter(({ audit }) => audit.action === 'form.syncBatch')).toHaveLength(3);
    for (const room of ['502', '602', '401']) expect(await cellOf(street, at(room))).toBe('refused');
  });
});

describe('J5.X1 a record that did not arrive', () => {
  walk('J5.X1 is handed in again by its own button, and stands once', async () => {
    const { street } = journey;
    const w1 = await basement();
    await refusedAt(w1, '602');
    await w1.tap({ role: 'link', name: /^待上传 1 条$/ });
    await w1.network('answer-lost');
    await untilUnderWay(w1);
    // Tried again and again: by itself it would now pause for longer than anybody waits here.
    for (let tries = 0; tries < 4; tries += 1) await w1.passTime(40_000);
    await w1.tap({ role: 'button', name: /602，拒访，排队等着交/ });
    await w1.network('online');

    await w1.tap('这条再交一次');

    await w1.see({ role: 'button', name: /602，拒访，交好了/ });
    const events = await street.events();
    expect(events.filter(({ audit }) => audit.action === 'form.syncBatch')).toHaveLength(1);
  });
});

describe('J5.E2 a clock that is wrong by a year', () => {
  walk('J5.E2 changes nothing: the street’s time counts, the phone’s is kept', async () => {
    const { street } = journey;
    const w1 = await basement({ now: START + YEAR_MS });
    await knock(w1, '502', '无人');
    await w1.see('约好明天 19 点再来');

    await w1.network('online');
    await handedIn(w1);

    const [visit] = await visitsAt(at('502'));
    expect(visit).toMatchObject({ next: { on: '2026-03-11', hour: 19 }, isSkewed: true });
    expect(Math.abs((visit?.at ?? 0) - street.clock.now())).toBeLessThan(MOMENT_MS);
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'form.syncBatch');
    const { at: phoneAt = 0, skewMs = 0 } = event?.device ?? {};
    expect(Math.abs(phoneAt - START - YEAR_MS)).toBeLessThan(MOMENT_MS);
    expect(Math.abs(skewMs - YEAR_MS)).toBeLessThan(MOMENT_MS);

    const revisit = { kind: 'revisit', doorId: at('502').id };
    const agreed = { state: 'open', dueOn: '2026-03-11', hour: 19 };
    expect(await street.all<TaskDocument>('tasks', revisit)).toEqual([expect.objectContaining(agreed)]);
    await handIn(street, at('502'));
    expect((await street.all<TaskDocument>('tasks', revisit)).map(({ state }) => state)).toEqual(['void']);
  });
});

describe('J5.E3 a full phone', () => {
  walk('J5.E3 lets go of what can be fetched again, then says so, and keeps every record', async () => {
    const w1 = await basement();
    await refusedAt(w1, '502');
    const [held] = await storedUnder(w1, 'outbox:');
    const prefix = String(held?.['key']).replace(/outbox:.*$/, '');
    expect(await fillUp(w1, prefix)).toBeGreaterThan(10);

    await openDoor(w1, '2单元', '602');
    await w1.tap(tile('拒访'));

    await w1.see('记下了：拒访');
    const kept = await storedUnder(w1, 'outbox:');
    expect(kept.map(({ key }) => key)).toContain(held?.['key']);
    expect(kept).toHaveLength(2);

    await w1.back();
    await openDoor(w1, '2单元', '401');
    await letGo(w1);
    await fillUp(w1, prefix);
    await w1.tap(tile('拒访'));
    await w1.see('手机存满了，先把待上传的交上去');
    expect(await w1.text()).not.toContain('记下了');
    // The phone tells its keys in no order.
    expect(new Set(await storedUnder(w1, 'outbox:'))).toEqual(new Set(kept));

    await w1.network('online');
    await handedIn(w1);
    expect(await cellOf(journey.street, at('401'))).toBe('missing');
    for (const room of ['502', '602']) expect(await cellOf(journey.street, at(room))).toBe('refused');
  });
});

describe('J5.E4 another volunteer has the doors meanwhile', () => {
  walk('J5.E4 what was noted is accepted, handed over, and both are told', async () => {
    const { street } = journey;
    const { seatId, calls } = await take(street, 'outsider X', await offer(street));
    dataOf(await calls.session.signPledge({ version: '1' }));
    const { user } = street.as('community S');
    const { buildingId, unitId } = at('502');
    dataOf(await user.assignUnits({ buildingId, unitIds: [unitId], toSeatId: seatId }));
    const x = await volunteersMorning(journey, 'outsider X');
    await x.network('offline');
    await toWall(x);
    await knock(x, '502', '拒访');
    dataOf(await user.handOver({ seatId, toSeatId: street.seatId('volunteer V1') }));

    await x.network('online');
    await handedIn(x);

    const told = await street.all<MessageDocument>('messages');
    const ofRecords = told.filter(({ kind }) => kind.startsWith('record'));
    expect(ofRecords.map(({ kind, userId }) => `${kind} ${userId}`).sort()).toEqual([
      `recordAccepted ${street.userId('outsider X')}`,
      `recordHandedOver ${street.userId('volunteer V1')}`,
    ]);
    await journey.restart(x, { hash: OUTBOX });
    expect(await x.text()).toContain('这户已经归别人管，您记的交过去了');
    expect(await cellOf(street, at('502'))).toBe('missing');

    const v1 = await journey.phone('volunteer V1');
    await journey.restart(v1, { hash: '/packages/worker/pages/tasks/tasks' });
    await v1.see('前一位同事没网时敲过门，看看要不要再去');
    await v1.see({ role: 'link', name: /3-2-502/ });
    await journey.goTo(v1, '/packages/home/pages/inbox/inbox');
    await v1.see(/502：前一位同事离线时记的，已经交给您/);
  });
});

describe('J5.E5 one record is broken', () => {
  walk('J5.E5 it alone is sealed and taken out, or removed; the others go', async () => {
    const { street } = journey;
    const w1 = await basement();
    await refusedAt(w1, '502', '602', '401');
    const [, second] = await storedUnder(w1, 'outbox:');
    await store(w1, String(second?.['key']), '撕坏的 10012345678');
    await journey.restart(w1, { hash: OUTBOX });

    expect(await w1.text()).toMatch(/1 条要您看一下/);
    await w1.tap({ role: 'button', name: /^打不开的一条/ });
    await w1.tap('封好导出');
    await w1.see('封好了，转给社区的人');
    const [file] = await w1.documents();
    const sealed = file?.bytes.toString('utf8') ?? '';
    expect(sealed).not.toContain('10012345678');
    const opened = openRecord(sealed, street.keyring.recordSecret());
    expect(opened).toContain('撕坏的 10012345678');

    await w1.tap('交给社区看');
    await w1.see('交给社区了，这条可以删掉了');
    await w1.tap('不交了，删掉');
    await w1.tap('删掉');
    await handedIn(w1);
    expect(await w1.text()).not.toContain('打不开的一条');
    const events = await street.events();
    expect(events.filter(({ audit }) => audit.action === 'form.syncBatch').length).toBeGreaterThanOrEqual(2);
  });
});
