/** What families far away, tenants, landlords and people listed twice cost in metered operations. */
import type { TenancyDocument } from '../../cloudfunctions/repositories/documents';
import { listedTwice, sideOf } from '../cloudfunctions/duplicate/duplicates-kit';
import { codeInInbox, invitationOf, proxyInput } from '../cloudfunctions/fixture/invited';
import { CONSENT } from '../cloudfunctions/fixture/residents';
import { dataOf, newOpId, openStreet, type Door, type TestStreet } from '../cloudfunctions/fixture/street';
import {
  couple,
  LANDLORD_NUMBER,
  landlordAtPhone,
  landlordHome,
  letDoor,
  moveIn,
  storedTenancy,
  tenantHome,
} from '../cloudfunctions/fixture/tenants';
import { FAMILY_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const LATEST = '2026-03-09';

/** A child fills for two old people, from the invitation to the spoken code. */
async function ofAFamily(acting: Acting, { id: doorId }: Door): Promise<void> {
  const worker = street.as('worker W1');
  const { family, census } = street.as('resident B', null);
  const token = newOpId();
  const invited = { token, invitationId: street.keyring.linkDigest(token) };
  const { invitationId } = invited;
  const draft = { answers: { headName: '孟德福' }, question: '' };
  await acting.of('send an invitation', () => worker.family.mintInvitation({ doorId, token }));
  await acting.of('open an invitation', () => family.openInvitation({ token }));
  await acting.of('accept an invitation', () => family.acceptInvitation({ token, consent: CONSENT }));
  await acting.of('save a draft', () => family.saveDraft({ invitationId, baseVersion: 0, draft }));
  await acting.of('read the own invitation', () => family.readInvitation({ invitationId }));
  await acting.of('throw a draft away', () => family.deleteDraft({ invitationId }));
  await acting.of('submit for somebody else', () => census.submitForm(proxyInput(invited)));
  const { formId = '' } = await invitationOf(street, invited);
  const proof = { by: 'code', code: await codeInInbox(street, 'resident B') } as const;
  await acting.of('confirm by the spoken code', () =>
    worker.census.confirmProxy({ formId, version: 1, verdict: 'confirm', proof }),
  );
}

/** D disputes what a household declared, a worker settles it, and the household moves out. */
async function ofATenancy(acting: Acting, householdId: string): Promise<void> {
  const { landlord, proof } = await landlordAtPhone(street);
  const worker = street.as('worker W2');
  const { _id: tenancyId, version } = await storedTenancy(street, householdId);
  await acting.of('what a landlord is asked', () => landlord.tenancy.listAsked({ proof }));
  const word = { tenancyId, version, word: 'no', proof } as const;
  const asked = await street.all<TenancyDocument>('tenancies');
  const nobody = { state: 'unnamed', waitsFor: 'worker', landlordIds: [], matchedBy: 'nobody' } as const;
  await street.replaceAll(
    'tenancies',
    asked.map((one) => (one._id === tenancyId ? { ...one, ...nobody } : one)),
  );
  const held = { proof, phone: LANDLORD_NUMBER };
  await acting.of('what a landlord finds who comes late', () => landlord.tenancy.listAsked(held));
  await acting.of('dispute a tenancy that is found late', () => landlord.tenancy.answer(word));
  await street.replaceAll('tenancies', asked);
  await acting.of('dispute a tenancy', () => landlord.tenancy.answer(word));
  await acting.of('page of open tenancies', () => worker.tenancy.listOpen({}));
  const settled = { tenancyId, version: version + 1, verdict: 'confirm' } as const;
  await acting.of('settle a tenancy', () => worker.tenancy.decide(settled));
  const [home] = await street.all<{ version: number }>('households', { _id: householdId });
  const known = home?.version ?? 0;
  const facts = { verifyWay: 1, propertyKind: 1, note: '敲三下' } as const;
  await acting.of('stand by a household', () =>
    worker.household.verify({ householdId, version: known, ...facts }),
  );
  const out = { householdId, version: known + 1, on: LATEST };
  await acting.of('move out', () => worker.household.moveOut(out));
}

async function ofPeopleElsewhere(acting: Acting, memberKey: string, home: string): Promise<void> {
  const { household } = await street.seated('landlord D');
  const worker = street.as('worker W2').household;
  const door = letDoor(street);
  const person = { name: '丁小海', gender: 1, ageBand: '18-59', phone: LANDLORD_NUMBER } as const;
  await acting.of('ask whether somebody is counted', () =>
    worker.checkCounted({ doorId: door.id, ...person }),
  );
  const { ticket } = dataOf(await street.as('landlord D', null).area.pickDoor({ doorId: door.id }));
  const [{ version } = { version: 0 }] = await street.all<{ version: number }>('households', { _id: home });
  const move = { householdId: home, version, memberKey, to: 'door', ticket } as const;
  await acting.of('move a registration', () => household.editResidence(move));
  await acting.of('read registrations', () => household.listResidences({ householdId: home }));
}

async function ofHouseholds(ledger: Acting): Promise<void> {
  await ofAFamily(REHEARSAL, street.door('金河湾 1-1-101'));
  // The filler's second code is the newer one.
  await street.clock.set(street.clock.now() + 1000);
  await ofAFamily(ledger, street.door('金河湾 1-1-102'));
  const { _id: home } = await landlordHome(street);
  const { _id: first } = await tenantHome(street);
  const living = { by: 'elder M', form: couple(), worker: 'worker W2', verdict: 'secondHousehold' } as const;
  const { _id: second } = await moveIn(street, letDoor(street), living);
  await ofPeopleElsewhere(REHEARSAL, 'bbbbbbbb', home);
  await ofPeopleElsewhere(ledger, 'aaaaaaaa', home);
  await ofATenancy(REHEARSAL, first);
  await ofATenancy(ledger, second);
}

async function ofRecords(ledger: Acting): Promise<void> {
  const { first, duplicate } = await listedTwice(street);
  const worker = street.as('worker W2').duplicate;
  const duplicateId = duplicate._id;
  const keep = sideOf(duplicate, first);
  for (const [acting, version] of [
    [REHEARSAL, 1],
    [ledger, 3],
  ] as const) {
    await acting.of('page of pairs', () => worker.list({ state: 'open' }));
    await acting.of('make one of two records', () =>
      worker.decide({ duplicateId, version, verdict: 'merge', keep }),
    );
    await acting.of('undo it', () => worker.decide({ duplicateId, version: version + 1, verdict: 'undo' }));
  }
}

describe('metered operations of people who belong together', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: FAMILY_BUDGETS, rounds: [ofHouseholds, ofRecords] }));
});
