/** Work at a desk: tasks, messages, revealed values, codes and exports. */
import type { HouseholdDocument } from '../../../../cloudfunctions/repositories/documents';
import { madeExport, wishFor } from '../../export/export-kit';
import type { Story } from '../../fixture/fault-runner';
import { register } from '../../fixture/residents';
import { dataOf, START, type TestStreet } from '../../fixture/street';

const door = (street: TestStreet) => street.door('苹果花园 3-2-502');
const wish = (street: TestStreet) => wishFor(street.area('和家园'));
const reason = '上门核对电话';

/** The head of the household behind the door has an identity number, as a campaign that asks for one keeps it. */
async function withNumber(street: TestStreet): Promise<{ householdId: string; memberKey: string }> {
  const household = await register(street, door(street));
  const [head, ...others] = household.members;
  if (head === undefined) throw new Error('nobody lives there');
  const field = `members.${head.key}.idNumber`;
  const place = { collection: 'households', id: household._id, field };
  const sealedIdNumber = street.keyring.seal('person', place, '000000198001011000');
  const changed = { ...household, members: [{ ...head, sealedIdNumber }, ...others] };
  const rest = await street.all<HouseholdDocument>('households');
  await street.replaceAll('households', [...rest.filter(({ _id }) => _id !== household._id), changed]);
  return { householdId: household._id, memberKey: head.key };
}

export const DESK_STORIES: readonly Story[] = [
  {
    name: 'a task ended',
    procedure: 'task.closeTask',
    begin: async (street) => {
      const doubt = { doorId: door(street).id, livesHere: 'unsure' } as const;
      dataOf(await street.as('head H3').building.confirmDoor(doubt));
      const worker = street.as('worker W1').task;
      const [task] = dataOf(await worker.listTasks({})).tasks;
      const taskId = task?.id ?? '';
      return (options) => worker.closeTask({ taskId, version: 1, result: 'livedIn' }, options);
    },
  },
  {
    name: 'messages allowed',
    procedure: 'inbox.allowMessages',
    begin: async (street) => {
      const { inbox } = street.as('resident A', null);
      dataOf(await inbox.allowMessages({ templates: ['reviewResult'] }));
      return (options) => inbox.allowMessages({ templates: ['reviewResult', 'taskReminder'] }, options);
    },
  },
  {
    name: 'messages seen',
    procedure: 'inbox.markRead',
    begin: async (street) => {
      await register(street, door(street));
      const { inbox } = street.as('resident A', null);
      dataOf(await inbox.readInbox({}));
      return (options) => inbox.markRead({ from: 0, upTo: START }, options);
    },
  },
  {
    name: 'a revealed phone',
    procedure: 'register.revealPhone',
    begin: async (street) => {
      const { register: worker } = street.as('worker W1');
      const { id: householdId } = street.householdAt('苹果花园 3-1-101');
      const { id: other } = street.householdAt('苹果花园 3-1-102');
      dataOf(await worker.revealPhone({ householdId: other, reason }));
      return (options) => worker.revealPhone({ householdId, reason }, options);
    },
  },
  {
    name: 'a revealed identity number',
    procedure: 'register.revealId',
    begin: async (street) => {
      const input = { ...(await withNumber(street)), reason };
      const { register: worker } = street.as('worker W1');
      return (options) => worker.revealId(input, options);
    },
  },
  {
    name: 'a code taken back',
    procedure: 'link.revokeDoorCode',
    begin: async (street) => {
      const { link } = street.as('worker W1');
      return Promise.resolve((options) => link.revokeDoorCode({ doorId: door(street).id }, options));
    },
  },
  {
    name: 'printed stickers',
    procedure: 'print.printStickers',
    begin: (street) => {
      const { print } = street.as('worker W1');
      const buildingId = street.building('苹果花园 3');
      return Promise.resolve((options) => print.printStickers({ buildingId }, options));
    },
  },
  {
    name: 'a printed poster',
    procedure: 'print.printPoster',
    begin: (street) => {
      const { print } = street.as('administrator S');
      return Promise.resolve((options) => print.printPoster({}, options));
    },
  },
  {
    name: 'an export asked for',
    procedure: 'export.requestExport',
    begin: (street) => {
      const { export: office } = street.as('admin ADM');
      return Promise.resolve((options) => office.requestExport(wish(street), options));
    },
  },
  {
    name: 'an export agreed to',
    procedure: 'export.decideExport',
    begin: async (street) => {
      const { exportId } = dataOf(await street.as('community S').export.requestExport(wish(street)));
      const { export: office } = street.as('admin ADM');
      return (options) => office.decideExport({ exportId, verdict: 'approve' }, options);
    },
  },
  {
    name: 'an export opened',
    procedure: 'export.openExport',
    begin: async (street) => {
      const exportId = await madeExport(street, wish(street));
      const { export: office } = street.as('admin ADM');
      return (options) => office.openExport({ exportId }, options);
    },
  },
  {
    name: 'an export got',
    procedure: 'export.acknowledgeExport',
    begin: async (street) => {
      const exportId = await madeExport(street, wish(street));
      const { export: office } = street.as('admin ADM');
      return (options) => office.acknowledgeExport({ exportId }, options);
    },
  },
];
