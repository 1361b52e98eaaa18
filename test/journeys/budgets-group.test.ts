/** What a building's group chat costs in metered operations, in a street and in one ten times larger. */
import type { SubmissionDocument } from '../../cloudfunctions/repositories/documents';
import { formFor, handIn, register } from '../cloudfunctions/fixture/residents';
import { dataOf, openStreet, type TestStreet } from '../cloudfunctions/fixture/street';
import { couple, moveIn, tenantC } from '../cloudfunctions/fixture/tenants';
import { GROUP_BUDGETS } from './kit/budgets';
import { expectFlat, type Ledger } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-502');
const tie = () => ({ buildingId: door().buildingId, groupCode: 'group-code-apple3' });

async function ofTheChat(ledger: Ledger): Promise<void> {
  const { buildingId } = door();
  const { building } = street.as('head H3');
  const resident = street.as('resident A', null);
  dataOf(await building.confirmDoor({ doorId: door().id, livesHere: 'yes' }));
  dataOf(await building.shareCard({ buildingId }));
  dataOf(await resident.building.readCard({ buildingId }));
  await ledger.of('share card', () => building.shareCard({ buildingId }));
  await ledger.of('open a card', () => resident.building.readCard({ buildingId }));
  await ledger.of('tie a group', () => building.bindGroup(tie()));
  await ledger.of('open a card out of a group', () => resident.building.openFromGroup(tie()));
  await ledger.of('open it again', () => resident.building.openFromGroup(tie()));
  await ledger.of('groups of a building', () => building.readGroups({ buildingId }));
  await ledger.of('text for the group', () => building.remindGroup({ buildingId }));
  const nobody = street.door('苹果花园 3-2-601').id;
  await ledger.of('remind a door where nobody is known', () => building.remindDoor({ doorId: nobody }));
  await ledger.of('say that one is not sure', () =>
    building.confirmDoor({ doorId: nobody, livesHere: 'unsure' }),
  );
  const { groups } = dataOf(await building.readGroups({ buildingId }));
  await ledger.of('untie a group', () => building.unbindGroup({ groupId: groups[0]?.id ?? '' }));
}

async function ofTheClaim(ledger: Ledger): Promise<void> {
  await register(street, door());
  await handIn(street, street.door('苹果花园 3-2-501'), { by: 'tenant C' });
  await ledger.of('submit at a taken door', () => street.as('tenant C').census.submitForm(formFor(door())));
  const forms = await street.all<SubmissionDocument>('submissions', { doorId: door().id, state: 'waiting' });
  const formId = forms[0]?._id ?? '';
  const { census } = await street.seated('resident A');
  dataOf(await census.readJoin({ formId }));
  await ledger.of('read who filled in the own door', () => census.readJoin({ formId }));
  await ledger.of('say that it is one of ours', () => census.answerJoin({ formId, answer: 'ours' }));
}

/** The household is asked about the form that was there before it. */
async function ofTheClaimBefore(ledger: Ledger): Promise<void> {
  const at = street.door('苹果花园 3-2-402');
  const { _id: formId } = await handIn(street, at, { by: 'elder M' });
  await handIn(street, at, { by: 'elder N' });
  const { census } = street.as('worker W1');
  await ledger.of('confirm the first of two forms that wait', () =>
    census.decideForm({ formId, version: 1, verdict: 'confirm' }),
  );
}

/** Two households behind one door, of whom the second may be called. */
async function ofTheCall(ledger: Ledger): Promise<void> {
  const at = street.door('苹果花园 3-2-601');
  const worker = 'worker W1';
  await moveIn(street, at, { by: 'landlord D', form: couple(), worker });
  const form = { ...tenantC(), contactOk: true };
  await moveIn(street, at, { by: 'elder K', form, worker, verdict: 'secondHousehold' });
  const { register: phones } = street.as('head H3');
  const input = { doorId: at.id, reason: '漏水要找人' };
  dataOf(await phones.revealPhone(input));
  await ledger.of('reveal the phone of one of two households behind a door', () => phones.revealPhone(input));
}

async function round(ledger: Ledger): Promise<void> {
  await ofTheChat(ledger);
  await ofTheClaim(ledger);
  await ofTheClaimBefore(ledger);
  await ofTheCall(ledger);
}

describe('metered operations of a group chat', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: GROUP_BUDGETS, rounds: [round] }));
});
