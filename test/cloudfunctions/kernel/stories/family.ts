/** People who belong together and live apart: families far away, tenants and landlords, somebody listed twice. */
import { listedTwice, sideOf } from '../../duplicate/duplicates-kit';
import type { Story } from '../../fixture/fault-runner';
import { acceptedBy, invite } from '../../fixture/invited';
import { CONSENT } from '../../fixture/residents';
import { dataOf, newOpId, type TestStreet } from '../../fixture/street';
import { askedTenancy, landlordAtPhone, landlordHome, letDoor, tenantHome } from '../../fixture/tenants';

const door = (street: TestStreet) => street.door('金河湾 1-1-101');
const child = (street: TestStreet) => street.as('resident B', null).family;
const draft = { answers: { headName: '孟德福' }, question: '' };

const FAR_AWAY: readonly Story[] = [
  {
    name: 'an invitation',
    procedure: 'family.mintInvitation',
    begin: (street) => {
      const { family } = street.as('worker W1');
      const input = { doorId: door(street).id, token: newOpId() };
      return Promise.resolve((options) => family.mintInvitation(input, options));
    },
  },
  {
    name: 'a quarter of an hour to fill for a neighbour',
    procedure: 'family.mintInvitation',
    begin: (street) => {
      const { family } = street.as('building head H3');
      const { id: doorId } = street.door('苹果花园 3-2-502');
      const input = { doorId, token: newOpId(), aloud: { consent: CONSENT } };
      return Promise.resolve((options) => family.mintInvitation(input, options));
    },
  },
  {
    name: 'an invitation accepted',
    procedure: 'family.acceptInvitation',
    begin: async (street) => {
      const { token } = await invite(street, door(street));
      return (options) => child(street).acceptInvitation({ token, consent: CONSENT }, options);
    },
  },
  {
    name: 'a draft kept',
    procedure: 'family.saveDraft',
    begin: async (street) => {
      const { invitationId } = await acceptedBy(street, door(street));
      return (options) => child(street).saveDraft({ invitationId, baseVersion: 0, draft }, options);
    },
  },
  {
    name: 'a draft thrown away',
    procedure: 'family.deleteDraft',
    begin: async (street) => {
      const { invitationId } = await acceptedBy(street, door(street));
      dataOf(await child(street).saveDraft({ invitationId, baseVersion: 0, draft }));
      return (options) => child(street).deleteDraft({ invitationId }, options);
    },
  },
];

const LET: readonly Story[] = [
  {
    name: 'a landlord’s no',
    procedure: 'tenancy.answer',
    begin: async (street) => {
      const { _id: tenancyId, version } = await askedTenancy(street);
      const { landlord, proof } = await landlordAtPhone(street);
      const input = { tenancyId, version, word: 'no', proof } as const;
      return (options) => landlord.tenancy.answer(input, options);
    },
  },
  {
    name: 'a dispute settled',
    procedure: 'tenancy.decide',
    begin: async (street) => {
      const { _id: tenancyId, version } = await askedTenancy(street);
      const { landlord, proof } = await landlordAtPhone(street);
      dataOf(await landlord.tenancy.answer({ tenancyId, version, word: 'no', proof }));
      const { tenancy } = street.as('worker W2');
      return (options) => tenancy.decide({ tenancyId, version: version + 1, verdict: 'confirm' }, options);
    },
  },
  {
    name: 'a tenant’s answers stood by',
    procedure: 'household.verify',
    begin: async (street) => {
      const { _id: householdId, version, members } = await tenantHome(street);
      const births = [{ key: members[0]?.key ?? '', month: '1990-06' }];
      const facts = { propertyKind: 1, areaDm2: 5_600, births, isAgreed: true, note: '敲三下' } as const;
      const input = { householdId, version, verifyWay: 1, ...facts } as const;
      return (options) => street.as('worker W2').household.verify(input, options);
    },
  },
  {
    name: 'a tenant gone',
    procedure: 'household.moveOut',
    begin: async (street) => {
      const { _id: householdId, version } = await tenantHome(street);
      const { household } = await street.seated('tenant C');
      return (options) => household.moveOut({ householdId, version, on: '2026-03-09' }, options);
    },
  },
  {
    name: 'a registration moved',
    procedure: 'household.editResidence',
    begin: async (street) => {
      const { _id: householdId, version } = await landlordHome(street);
      const { household } = await street.seated('landlord D');
      const { area } = street.as('landlord D', null);
      const { ticket } = dataOf(await area.pickDoor({ doorId: letDoor(street).id }));
      const input = { householdId, version, memberKey: 'bbbbbbbb', to: 'door', ticket } as const;
      return (options) => household.editResidence(input, options);
    },
  },
  {
    name: 'one of two records',
    procedure: 'duplicate.decide',
    begin: async (street) => {
      const { first, duplicate } = await listedTwice(street);
      const keep = sideOf(duplicate, first);
      const input = { duplicateId: duplicate._id, version: 1, verdict: 'merge', keep } as const;
      return (options) => street.as('worker W2').duplicate.decide(input, options);
    },
  },
];

export const FAMILY_STORIES: readonly Story[] = [...FAR_AWAY, ...LET];
