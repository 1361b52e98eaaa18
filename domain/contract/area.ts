import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { buildingSpecSchema } from '../area/building-spec';

const compoundSchema = z.strictObject({ id: idSchema, name: z.string(), community: z.string() });
const buildingSchema = z.strictObject({ id: idSchema, label: z.string(), zone: z.optional(z.string()) });
/** One door by name alone: no state, no people. */
const doorNameSchema = z.strictObject({ id: idSchema, room: z.string(), floor: z.string() });

export const areaContract = defineContract({
  /** Compounds by the first letters or the beginning of the name; without text in their order. 20 a page. */
  searchCompounds: {
    kind: 'read',
    permission: 'address.search',
    input: z.strictObject({
      text: z.string().check(z.maxLength(20)),
      cursor: z.optional(cursorSchema),
    }),
    output: z.strictObject({ compounds: z.array(compoundSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  listBuildings: {
    kind: 'read',
    permission: 'area.read',
    input: z.strictObject({ compoundId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      compound: compoundSchema,
      buildings: z.array(buildingSchema),
      next: z.optional(cursorSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Units and door names of a building: never a state. One unit where the building is large. */
  listDoors: {
    kind: 'read',
    permission: 'address.search',
    input: z.strictObject({ buildingId: idSchema, unitId: z.optional(idSchema) }),
    output: z.strictObject({
      plate: plateSchema,
      units: z.array(z.strictObject({ id: idSchema, label: z.string() })),
      unitId: idSchema,
      doors: z.array(doorNameSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Answers with a ticket to that door, good for an hour and worth exactly as much as its printed code. */
  pickDoor: {
    kind: 'read',
    permission: 'address.search',
    input: z.strictObject({ doorId: idSchema }),
    output: z.strictObject({ ticket: z.string(), plate: plateSchema }),
    problems: ['NOT_FOUND'],
  },
  /** Grids in which a new building of this compound may stand: those of its communities within the caller's reach. */
  listGrids: {
    kind: 'read',
    permission: 'frame.create',
    input: z.strictObject({ compoundId: idSchema }),
    output: z.strictObject({
      compound: compoundSchema,
      grids: z.array(z.strictObject({ id: idSchema, name: z.string() })),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Builds the skeleton of one building; the same input gives the same doors. */
  createBuilding: {
    kind: 'change',
    permission: 'frame.create',
    input: z.strictObject({
      compoundId: idSchema,
      gridId: idSchema,
      zone: z.optional(z.string().check(z.maxLength(10))),
      spec: buildingSpecSchema,
    }),
    output: z.strictObject({ buildingId: idSchema, units: z.int(), doors: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Removes a door that has nobody behind it, or adds one; numbers are never used again. */
  editDoor: {
    kind: 'change',
    permission: 'frame.edit',
    input: z.strictObject({
      unitId: idSchema,
      edit: z.discriminatedUnion('act', [
        z.strictObject({ act: z.literal('remove'), doorId: idSchema }),
        z.strictObject({
          act: z.literal('add'),
          room: z.string().check(z.minLength(1), z.maxLength(12)),
          floor: z.int().check(z.minimum(-5), z.maximum(99)),
        }),
      ]),
    }),
    output: z.strictObject({ doorId: idSchema, doors: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
