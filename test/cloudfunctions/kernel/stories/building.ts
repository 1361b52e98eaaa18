/** A building and its people: drawn, reminded, spoken of in its group, walked by plan, practised. */
import { setDoor } from '../../building/walls-of-a-building';
import { register } from '../../fixture/residents';
import type { Story } from '../../fixture/fault-runner';
import { dataOf, type TestStreet } from '../../fixture/street';
import { begun, FORM, RIGHT, visitOf } from '../../practice/practising';

const door = (street: TestStreet) => street.door('苹果花园 3-2-502');
const group = (street: TestStreet) => ({
  buildingId: street.building('苹果花园 3'),
  groupCode: 'group-code-apple3',
});
const head = (street: TestStreet) => street.as('head H3').building;

async function bound(street: TestStreet): Promise<string> {
  return dataOf(await head(street).bindGroup(group(street))).groupId;
}

const DRAWN: readonly Story[] = [
  {
    name: 'a new building',
    procedure: 'area.createBuilding',
    begin: async (street) => {
      dataOf(await street.as('outsider X').area.listBuildings({ compoundId: street.area('苹果花园') }));
      const unit = { label: '1', roomsPerFloor: 2, pattern: '{f}{nn}' };
      const frame = { skipFloors: [], renamedFloors: {}, units: [unit], shops: 0, basements: 0 };
      const input = {
        compoundId: street.area('苹果花园'),
        gridId: street.area('金果01网格'),
        spec: { label: '8', kind: 'tower' as const, floors: '1-6', ...frame },
      };
      return (options) => street.as('community S').area.createBuilding(input, options);
    },
  },
  {
    name: 'a new door',
    procedure: 'area.editDoor',
    begin: (street) => {
      const { unitId } = door(street);
      const edit = { act: 'add', room: '503', floor: 5 } as const;
      return Promise.resolve((options) => street.as('worker W1').area.editDoor({ unitId, edit }, options));
    },
  },
];

const SPOKEN_OF: readonly Story[] = [
  {
    name: 'a group tied',
    procedure: 'building.bindGroup',
    begin: (street) => Promise.resolve((options) => head(street).bindGroup(group(street), options)),
  },
  {
    name: 'a group untied',
    procedure: 'building.unbindGroup',
    begin: async (street) => {
      const groupId = await bound(street);
      return (options) => head(street).unbindGroup({ groupId }, options);
    },
  },
  {
    name: 'a card opened out of a group',
    procedure: 'building.openFromGroup',
    begin: async (street) => {
      await bound(street);
      const { building } = street.as('outsider X', null);
      return (options) => building.openFromGroup(group(street), options);
    },
  },
  {
    name: 'a group reminded',
    procedure: 'building.remindGroup',
    begin: (street) => {
      const { buildingId } = group(street);
      return Promise.resolve((options) => head(street).remindGroup({ buildingId }, options));
    },
  },
  {
    name: 'a door reminded',
    procedure: 'building.remindDoor',
    begin: async (street) => {
      await register(street, door(street));
      await setDoor(street, door(street), { state: 'missing', households: 0, people: 0 });
      return (options) => head(street).remindDoor({ doorId: door(street).id }, options);
    },
    // The door was put back by hand into a new round.
    isRecounted: false,
  },
  {
    name: 'a door that the head is not sure of',
    procedure: 'building.confirmDoor',
    begin: (street) => {
      const input = { doorId: door(street).id, livesHere: 'unsure' } as const;
      return Promise.resolve((options) => head(street).confirmDoor(input, options));
    },
  },
];

const PLANNED: readonly Story[] = [
  {
    name: 'ways chosen',
    procedure: 'tactic.editTactic',
    begin: (street) => {
      const { tactic } = street.as('community S');
      const compoundId = street.area('苹果花园');
      return Promise.resolve((options) =>
        tactic.editTactic({ compoundId, version: 0, ways: ['visit', 'group'] }, options),
      );
    },
  },
  {
    name: 'hard doors given',
    procedure: 'tactic.assignDoors',
    begin: async (street) => {
      await street.runTimer('rollYields');
      const { tactic } = street.as('community S');
      const doorIds = [door(street).id, street.door('苹果花园 3-2-501').id];
      const input = { doorIds, seatId: street.seatId('worker W1'), dueOn: '2026-03-13' };
      return (options) => tactic.assignDoors(input, options);
    },
  },
];

const PRACTISED: readonly Story[] = [
  {
    name: 'a drawn stairwell opened anew',
    procedure: 'practice.open',
    begin: async (street) => {
      const mine = await begun(street);
      return (options) => mine.open({ anew: true }, options);
    },
  },
  {
    name: 'a drawn door',
    procedure: 'practice.submitVisit',
    begin: async (street) => {
      const mine = await begun(street);
      return (options) => mine.submitVisit(visitOf(1), options);
    },
  },
  {
    name: 'a practice form',
    procedure: 'practice.submitForm',
    begin: async (street) => {
      const mine = await begun(street);
      return (options) => mine.submitForm({ answers: FORM }, options);
    },
  },
  {
    name: 'a quiz',
    procedure: 'practice.submitQuiz',
    begin: async (street) => {
      const mine = await begun(street);
      return (options) => mine.submitQuiz({ answers: RIGHT }, options);
    },
  },
];

export const BUILDING_STORIES: readonly Story[] = [...DRAWN, ...SPOKEN_OF, ...PLANNED, ...PRACTISED];
