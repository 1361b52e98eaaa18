/**
 * What each act costs in metered operations: function calls, database reads and writes, up- and downloads, on a warm function.
 * A figure that rises fails, and one that falls fails until the table is lowered. docs/adr/0003 says why some differ from the
 * first estimate.
 */
import type { HouseholdDocument, SubmissionDocument } from '../../cloudfunctions/repositories/documents';
import { householdId as householdIdAt } from '../../cloudfunctions/repositories/households';
import { taskAt } from '../cloudfunctions/fixture/tasks';
import { CONSENT, formFor, handIn } from '../cloudfunctions/fixture/residents';
import {
  dataOf,
  filledForm,
  newOpId,
  openStreet,
  type Door,
  type TestStreet,
} from '../cloudfunctions/fixture/street';
import { BUDGETS } from './kit/budgets';
import { expectFlat, Ledger } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(async () => {
  await street.reset();
  await street.forget();
});
afterAll(() => street.close());

const door = (name: string): Door => street.door(`苹果花园 ${name}`);
const reason = '上门核对电话';

function atDoor({ id }: Door, changes: Parameters<typeof filledForm>[0] = {}) {
  return { place: { by: 'door', doorId: id } as const, form: filledForm(changes), consent: CONSENT };
}

const tasks = () => ['苹果花园 3-2-602', '苹果花园 3-2-601'].map((name) => taskAt(street, name));

/** One call of each function and each person, so that keys, campaign, seats, counters and blocks are there. */
async function warm(): Promise<void> {
  const worker = street.as('worker W1');
  const outsider = street.as('outsider X');
  const taken = street.householdAt('苹果花园 3-1-101').id;
  dataOf(await outsider.session.whoami({}));
  dataOf(await outsider.link.openLink({ scene: door('3-2-502').scene }));
  dataOf(await outsider.area.searchCompounds({ text: '苹果' }));
  dataOf(await street.as('resident A').census.submitForm(formFor(door('3-2-101'))));
  dataOf(await worker.census.submitForm(atDoor(door('3-2-102'))));
  dataOf(await worker.census.listWaiting({}));
  dataOf(await worker.link.revokeDoorCode({ doorId: door('3-2-102').id }));
  dataOf(
    await worker.area.editDoor({ unitId: door('3-3-101').unitId, edit: { act: 'add', room: '9', floor: 6 } }),
  );
  dataOf(await worker.register.revealPhone({ householdId: taken, reason }));
  dataOf(await street.as('community S').census.listWalls({ compoundId: street.area('苹果花园') }));
  dataOf(await street.as('office ADM').board.readProgress({}));
  dataOf(await street.as('auditor Q').audit.verify({ shard: 0 }));
}

async function ofStrangers(ledger: Ledger): Promise<void> {
  const outsider = street.as('outsider X');
  const resident = street.as('resident A');
  const opId = newOpId();
  const form = formFor(door('3-2-502'));
  await ledger.of('start: campaign, seats and what is unread', () => outsider.session.whoami({}));
  await ledger.of('open a code', () => outsider.link.openLink({ scene: door('3-2-502').scene }));
  await ledger.of('search for a compound', () => outsider.area.searchCompounds({ text: '苹果' }));
  await ledger.of('list buildings', () =>
    outsider.area.listBuildings({ compoundId: street.area('苹果花园') }),
  );
  await ledger.of('list doors', () => outsider.area.listDoors({ buildingId: street.building('苹果花园 3') }));
  await ledger.of('pick a door', () => outsider.area.pickDoor({ doorId: door('3-2-502').id }));
  await ledger.of('submit through a link', () => resident.census.submitForm(form, { opId }));
  await ledger.of('the same operation again', () => resident.census.submitForm(form, { opId, again: true }));
  await ledger.of('the same operation, not said to be sent before', () =>
    resident.census.submitForm(form, { opId }),
  );
  await ledger.of('own receipt', () => resident.census.readReceipt({ opId }));
  await ledger.of('own receipt, of this account', () => resident.census.readReceipt({}));
  const [sent] = await street.all<SubmissionDocument>('submissions', { doorId: door('3-2-502').id });
  const formId = sent?._id ?? '';
  await ledger.of('read the own form back', () => resident.census.readOwnForm({ opId }));
  const place = { by: 'form', formId } as const;
  await ledger.of('hand the own form in again', () => resident.census.submitForm({ ...form, place }));
}

async function ofTheWorker(ledger: Ledger): Promise<void> {
  const { census, register, link, area } = street.as('worker W1');
  const at = door('3-2-401');
  const [form] = await street.all<SubmissionDocument>('submissions', {
    doorId: door('3-2-502').id,
    state: 'waiting',
  });
  await ledger.of('save a household, worker', () => census.submitForm(atDoor(at)));
  const saved = householdIdAt(at.id, 1);
  const again = { ...atDoor(at, { contactOk: true }), householdId: saved, baseVersion: 1 };
  await ledger.of('save again, worker', () => census.submitForm(again));
  await ledger.of('save again unchanged, worker', () => census.submitForm({ ...again, baseVersion: 2 }));
  await ledger.of('confirm a form', () =>
    census.decideForm({ formId: form?._id ?? '', version: 1, verdict: 'confirm' }),
  );
  await ledger.of('confirm a unit of one form', () => census.confirmUnit({ unitId: at.unitId }));
  for (const [index, room] of ['201', '202', '301'].entries()) {
    await handIn(street, door(`3-2-${room}`), { by: ['tenant C', 'landlord D', 'elder K'][index] ?? '' });
  }
  await ledger.of('confirm a unit of three forms', () => census.confirmUnit({ unitId: at.unitId }));
  const householdId = street.householdAt('苹果花园 3-1-101').id;
  await ledger.of('open a household, staff', () => census.readMyHousehold({ householdId }));
  await ledger.of('open a door', () => census.readDoor({ doorId: door('3-1-101').id }));
  await ledger.of('reveal a phone', () => register.revealPhone({ householdId, reason }));
  await ledger.of('wall of a building', () => census.readWall({ buildingId: street.building('苹果花园 3') }));
  await ledger.of('page of what waits', () => census.listWaiting({}));
  await ledger.of('key of receipts', () => census.readReceiptKey({ unitId: at.unitId }));
  const edit = { act: 'add', room: '8', floor: 6 } as const;
  await ledger.of('add a door', () => area.editDoor({ unitId: at.unitId, edit }));
  const doorId = door('3-2-602').id;
  await ledger.of('revoke a code', () => link.revokeDoorCode({ doorId }));
  await ledger.of('take a door away', () =>
    area.editDoor({ unitId: at.unitId, edit: { act: 'remove', doorId } }),
  );
}

async function ofTheHousehold(ledger: Ledger): Promise<void> {
  const at = door('3-2-502');
  const [household] = await street.all<HouseholdDocument>('households', { doorId: at.id });
  const householdId = household?._id ?? '';
  const { seats } = dataOf(await street.as('resident A').session.whoami({}));
  const seat = seats.find((one) => one.householdId === householdId);
  const { census, audit } = street.as('resident A', seat?.id);
  dataOf(await census.readMyHousehold({ householdId }));
  const again = { ...atDoor(at, { contactOk: true }), baseVersion: 1 };
  await ledger.of('save again, resident', () => census.submitForm(again));
  await ledger.of('save again unchanged, resident', () => census.submitForm({ ...again, baseVersion: 2 }));
  await ledger.of('say that nothing changed', () => census.confirmSame({ householdId, baseVersion: 2 }));
  await ledger.of('open own household', () => census.readMyHousehold({ householdId }));
  dataOf(await audit.aboutMe({ householdId }));
  await ledger.of('who looked at me', () => audit.aboutMe({ householdId }));
  await ledger.of('withdraw the consent', () => census.withdrawConsent({ householdId }));
}

async function ofTheOffice(ledger: Ledger): Promise<void> {
  const compoundId = street.area('苹果花园');
  await ledger.of('walls of a compound', () => street.as('community S').census.listWalls({ compoundId }));
  await ledger.of('progress board', () => street.as('office ADM').board.readProgress({}));
  await ledger.of('progress board with what waits on the desks', () =>
    street.as('office ADM').board.readProgress({ desks: true }),
  );
  await ledger.of('verify an empty chain', () => street.as('auditor Q').audit.verify({ shard: 0 }));
}

/** What a person is told, and what a worker has to do. */
async function ofMessagesAndTasks(ledger: Ledger): Promise<void> {
  const { inbox } = street.as('resident A', null);
  const { task } = street.as('worker W1');
  const [first, second] = tasks();
  const { messages } = dataOf(await inbox.readInbox({}));
  dataOf(await inbox.allowMessages({ templates: ['reviewResult'] }));
  dataOf(await task.closeTask({ taskId: first?._id ?? '', version: 1, result: 'met' }));
  await ledger.of('inbox', () => inbox.readInbox({}));
  const at = messages[0]?.at ?? 0;
  await ledger.of('mark one message as read', () => inbox.markRead({ from: at, upTo: at }));
  await ledger.of('allow a message', () => inbox.allowMessages({ templates: ['reviewResult'] }));
  await ledger.of('page of tasks', () => task.listTasks({}));
  await ledger.of('close a task', () =>
    task.closeTask({ taskId: second?._id ?? '', version: 1, result: 'met' }),
  );
}

async function round(ledger: Ledger): Promise<void> {
  await street.replaceAll('tasks', tasks());
  await warm();
  await ofStrangers(ledger);
  await ofTheWorker(ledger);
  await ofTheHousehold(ledger);
  await ofTheOffice(ledger);
  await ofMessagesAndTasks(ledger);
}

describe('metered operations', () => {
  it('are what the table says, no more and no less, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: BUDGETS, rounds: [round] }));

  it('are one more where a caller is counted for the first time on a day', async () => {
    await warm();
    const ledger = new Ledger(street);
    const open = () => street.as('landlord D').link.openLink({ scene: door('3-2-502').scene });

    await ledger.of('first', open);
    await ledger.of('second', open);

    expect(ledger.prices()).toEqual({ first: 5, second: 4 });
  });

  it('are two more for the first save of a worker on a day, and one more for each tenth after it', async () => {
    await warm();
    const ledger = new Ledger(street);
    const rooms = ['201', '202', '301', '302', '401', '402', '501', '502', '601', '602'];
    for (const room of rooms) {
      const save = () => street.as('worker W2').census.submitForm(atDoor(door(`3-2-${room}`)));
      await ledger.of(room, save);
    }
    await ledger.of('eleventh', () => street.as('worker W2').census.submitForm(atDoor(door('3-1-302'))));

    expect([...ledger.costs.values()].map(({ price }) => price)).toEqual([9, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8]);
  });
});
