/** Forms on their way to a register: handed in, decided, asked about, taken back. */
import { askedBy } from '../../census/asked-household';
import type { Story } from '../../fixture/fault-runner';
import { elders, filledFor } from '../../fixture/invited';
import { CONSENT, formFor, handIn, register } from '../../fixture/residents';
import { dataOf, type TestStreet } from '../../fixture/street';

const door = (street: TestStreet) => street.door('苹果花园 3-2-502');
const next = (street: TestStreet) => street.door('苹果花园 3-2-501');

export const CENSUS_STORIES: readonly Story[] = [
  {
    name: 'a form through a code',
    procedure: 'census.submitForm',
    begin: async (street) => {
      await handIn(street, next(street), { by: 'outsider X' });
      return (options) => street.as('resident A').census.submitForm(formFor(door(street)), options);
    },
  },
  {
    name: 'the own form that waits, read back',
    procedure: 'census.readOwnForm',
    begin: async (street) => {
      const { opId } = await handIn(street, door(street));
      return (options) => street.as('resident A', null).census.readOwnForm({ opId }, options);
    },
  },
  {
    name: 'the own form that waits, changed',
    procedure: 'census.submitForm',
    begin: async (street) => {
      const { formId } = await filledFor(street, street.door('金河湾 1-1-101'));
      const place = { by: 'form', formId } as const;
      const input = { place, form: elders({ contactOk: true }), consent: CONSENT };
      return (options) => street.as('resident B', null).census.submitForm(input, options);
    },
  },
  {
    name: 'a correction by the household',
    procedure: 'census.submitForm',
    begin: async (street) => {
      const { version } = await register(street, door(street));
      const resident = await street.seated('resident A');
      const place = { by: 'door', doorId: door(street).id } as const;
      const input = { ...formFor(door(street), { contactOk: true }), place, baseVersion: version };
      return (options) => resident.census.submitForm(input, options);
    },
  },
  {
    name: 'nothing has changed',
    procedure: 'census.confirmSame',
    begin: async (street) => {
      const { _id: householdId, version } = await register(street, door(street));
      const resident = await street.seated('resident A');
      return (options) => resident.census.confirmSame({ householdId, baseVersion: version }, options);
    },
  },
  {
    name: 'a decision',
    procedure: 'census.decideForm',
    begin: async (street) => {
      const { _id: formId } = await handIn(street, door(street));
      const doubt = { doorId: door(street).id, livesHere: 'unsure' } as const;
      dataOf(await street.as('head H3').building.confirmDoor(doubt));
      const input = { formId, version: 1, verdict: 'confirm', doubtSeen: true } as const;
      return (options) => street.as('worker W1').census.decideForm(input, options);
    },
  },
  {
    name: 'a decision while somebody else’s form waits at the door',
    procedure: 'census.decideForm',
    begin: async (street) => {
      const { _id: formId } = await handIn(street, door(street));
      await handIn(street, door(street), { by: 'outsider X' });
      const input = { formId, version: 1, verdict: 'confirm' } as const;
      return (options) => street.as('worker W1').census.decideForm(input, options);
    },
  },
  {
    name: 'a second form of one household, which says something else',
    procedure: 'census.decideForm',
    begin: async (street) => {
      const { _id: householdId } = await register(street, door(street));
      const { _id: formId } = await handIn(street, door(street), {
        by: 'outsider X',
        form: { phone: { number: '10099998888' } },
      });
      const input = { formId, version: 1, verdict: 'sameHousehold', householdId } as const;
      return (options) => street.as('worker W1').census.decideForm(input, options);
    },
  },
  {
    name: 'a spoken code',
    procedure: 'census.confirmProxy',
    begin: async (street) => {
      const { formId, code } = await filledFor(street, street.door('金河湾 1-1-101'));
      const proof = { by: 'code', code } as const;
      const input = { formId, version: 1, verdict: 'confirm', proof } as const;
      return (options) => street.as('worker W1').census.confirmProxy(input, options);
    },
  },
  {
    name: 'a unit confirmed at once',
    procedure: 'census.confirmUnit',
    begin: async (street) => {
      await handIn(street, door(street));
      await handIn(street, next(street), { by: 'outsider X' });
      const { unitId } = door(street);
      return (options) => street.as('worker W1').census.confirmUnit({ unitId }, options);
    },
  },
  {
    name: 'a word about the own door',
    procedure: 'census.answerJoin',
    begin: async (street) => {
      const { form, resident } = await askedBy(street);
      const input = { formId: form._id, answer: 'notOurs' } as const;
      return (options) => resident.census.answerJoin(input, options);
    },
  },
  {
    name: 'a withdrawal',
    procedure: 'census.withdrawConsent',
    begin: async (street) => {
      const { _id: householdId } = await register(street, door(street));
      const resident = await street.seated('resident A');
      return (options) => resident.census.withdrawConsent({ householdId }, options);
    },
  },
];
