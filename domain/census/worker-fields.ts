/**
 * What a worker adds to a household's own answers (domain.md §5.2): how it was verified, whose the home is by law and how large,
 * a month of birth where the resident agrees, a note, and why answers that stood are said otherwise. Like the form's, each field
 * says why it is kept, on which ground, how long and for whose eyes.
 */
import type { Role } from '../identity/role';
import { daySchema } from '../kernel/identifier';
import * as z from '../kernel/zod';
import {
  AREA_MAX_DM2,
  AREA_MIN_DM2,
  CHANGE_KIND_CODES,
  CHOSEN_VERIFY_WAYS,
  MEMBERS_MAX,
  PROPERTY_KIND_CODES,
} from './codes';
import type { FieldView, FormField } from './form-fields';

export type WorkerField = Pick<
  FormField,
  'id' | 'label' | 'class' | 'purpose' | 'basis' | 'retention' | 'sees'
>;

const KEPT = '这一户在册期间；搬走后 12 个月去掉';
const OWN = {
  class: 'L2',
  purpose: '知道这一户是怎么核实的，下次不用再问',
  basis: 'statutoryDuty',
  retention: KEPT,
  sees: { GW: 'full', CA: 'full' },
} as const;

export const WORKER_FIELDS = [
  { ...OWN, id: 'verifyWay', label: '核实方式' },
  { ...OWN, id: 'change', label: '变动', purpose: '记下为什么改、从哪天起' },
  { ...OWN, id: 'propertyKind', label: '产权性质', purpose: '一房一档' },
  { ...OWN, id: 'areaDm2', label: '建筑面积', purpose: '一房一档' },
  {
    ...OWN,
    id: 'birthMonth',
    label: '出生年月',
    class: 'L3',
    purpose: '到了年龄的福利能提前告诉您',
    basis: 'consent',
    sees: { GW: 'masked', CA: 'masked' },
  },
  { ...OWN, id: 'note', label: '备注', class: 'L4', purpose: '下次上门的人少问一遍' },
] as const satisfies readonly WorkerField[];
export type WorkerFieldId = (typeof WORKER_FIELDS)[number]['id'];

/** How a role sees what workers wrote of a household in its reach; undefined where it does not. */
export function workerSight(id: WorkerFieldId, role: Role): FieldView | undefined {
  const sees: WorkerField['sees'] | undefined = WORKER_FIELDS.find((field) => field.id === id)?.sees;
  return sees?.[role];
}

const NOTE_LENGTH_MAX = 100;
const OLDEST_YEARS = 130;

const areaSchema = z.int().check(z.minimum(AREA_MIN_DM2), z.maximum(AREA_MAX_DM2));

export const homeFactsSchema = z.strictObject({
  propertyKind: z.optional(z.literal(PROPERTY_KIND_CODES)),
  areaDm2: z.optional(areaSchema),
});
export type HomeFacts = z.output<typeof homeFactsSchema>;

const birthSchema = z.strictObject({
  key: z.string().check(z.maxLength(8)),
  month: z.string().check(z.maxLength(7)),
});

/** As it is shown: months masked, and none of a child. */
export const workerFactsSchema = z.strictObject({
  note: z.optional(z.string()),
  births: z.array(birthSchema),
});
export type WorkerFacts = z.output<typeof workerFactsSchema>;

/** What one verification says; what it leaves out stays as it is, and an empty note takes the former one away. */
export const verificationShape = {
  verifyWay: z.literal(CHOSEN_VERIFY_WAYS),
  ...homeFactsSchema.shape,
  births: z.optional(z.array(birthSchema).check(z.maxLength(MEMBERS_MAX))),
  /** The people whose months are written have agreed; without it none is kept. */
  isAgreed: z.optional(z.boolean()),
  note: z.optional(z.string().check(z.maxLength(NOTE_LENGTH_MAX))),
};

const verificationSchema = z.strictObject(verificationShape);
export type HouseholdVerification = z.output<typeof verificationSchema>;

export const householdChangeSchema = z.strictObject({
  kind: z.literal(CHANGE_KIND_CODES),
  effectiveOn: daySchema,
});
export type HouseholdChange = z.output<typeof householdChangeSchema>;

/** `1952-06`: a month that has begun, of somebody who may be alive. */
export function isBirthMonth(text: string, today: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return false;
  return text <= today.slice(0, 7) && Number(text.slice(0, 4)) >= Number(today.slice(0, 4)) - OLDEST_YEARS;
}
