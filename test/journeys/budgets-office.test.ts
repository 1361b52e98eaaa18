/** What the offices' rarer acts cost in metered operations: a building, its printed codes, a revealed number, a file. */
import { wishFor } from '../cloudfunctions/export/export-kit';
import { memberKey, registerWithNumbers } from '../cloudfunctions/fixture/residents';
import { dataOf, openStreet, type TestStreet } from '../cloudfunctions/fixture/street';
import { OFFICE_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const reason = '核对户口登记';

function towerOf(label: string) {
  return {
    compoundId: street.area('苹果花园'),
    gridId: street.area('金果01网格'),
    spec: {
      label,
      kind: 'tower' as const,
      floors: '1-6',
      skipFloors: [],
      renamedFloors: {},
      units: [{ label: '1', roomsPerFloor: 2, pattern: '{f}{nn}' }],
      shops: 0,
      basements: 0,
    },
  };
}

async function ofBuildings(acting: Acting, label: string): Promise<void> {
  const { area, print } = street.as('community S');
  await acting.of('grids of a compound', () => area.listGrids({ compoundId: street.area('苹果花园') }));
  await acting.of('draw a building of twelve doors', () => area.createBuilding(towerOf(label)));
  const { buildings } = dataOf(await area.listBuildings({ compoundId: street.area('苹果花园') }));
  const buildingId = buildings.find((building) => building.label === label)?.id ?? '';
  await acting.of('stickers of twelve doors', () => print.printStickers({ buildingId }));
  await acting.of('the same stickers again', () => print.printStickers({ buildingId }));
}

async function ofNumbers(acting: Acting, room: string): Promise<void> {
  const { _id: householdId } = await registerWithNumbers(street, street.door(`苹果花园 3-2-${room}`));
  const head = { householdId, memberKey: memberKey(0), reason };
  await acting.of('reveal an identity number', () => street.as('worker W1').register.revealId(head));
  const { phone } = street.as('resident A');
  await acting.of('one-tap phone', () => phone.exchangeCode({ code: 'phone-code-10000000001' }));
}

async function ofFiles(acting: Acting): Promise<void> {
  const wish = wishFor(street.area('苹果花园'));
  const [first, second] = ['admin ADM', 'admin ADM2'].map((person) => street.as(person).export);
  if (first === undefined || second === undefined) throw new Error('there are two administrators');
  await acting.of('ask for a file', () => first.requestExport(wish));
  await acting.of('page of files', () => second.listExports({}));
  const { exports } = dataOf(await second.listExports({}));
  const asked = exports.find(({ state }) => state === 'requested')?.id ?? '';
  await acting.of('agree to a file', () => second.decideExport({ exportId: asked, verdict: 'approve' }));
  await street.runTimer('runExports');
  const opened = { exportId: asked };
  await acting.of('open a file', () => first.openExport(opened));
  await acting.of('say that a file has been taken', () => first.acknowledgeExport(opened));
}

async function round(ledger: Acting): Promise<void> {
  await ofBuildings(REHEARSAL, '8');
  await ofNumbers(REHEARSAL, '501');
  await ofFiles(REHEARSAL);
  await ofBuildings(ledger, '9');
  await ofNumbers(ledger, '502');
  await ofFiles(ledger);
}

describe('metered operations of offices', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: OFFICE_BUDGETS, rounds: [round] }));
});
