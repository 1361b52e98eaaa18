import * as z from '../kernel/zod';

/** Input of the skeleton generator (domain.md §1). */
export const buildingSpecSchema = z.strictObject({
  label: z.string().check(z.minLength(1), z.maxLength(12)),
  kind: z.enum(['tower', 'row', 'single']),
  /** Ranges joined by `;`, e.g. `1-5;7-10`. */
  floors: z.string().check(z.regex(/^\d{1,2}(-\d{1,2})?(;\d{1,2}(-\d{1,2})?)*$/)),
  skipFloors: z.array(z.int()).check(z.maxLength(40)),
  /** What the lift calls a floor, e.g. `{"4":"3A"}`. */
  renamedFloors: z.record(z.string().check(z.regex(/^\d{1,2}$/)), z.string().check(z.maxLength(4))),
  units: z
    .array(
      z.strictObject({
        label: z.string().check(z.maxLength(6)),
        roomsPerFloor: z.int().check(z.minimum(1), z.maximum(30)),
        /** `{f}` floor name, `{nn}` room with two digits, `{n}` room. */
        pattern: z.string().check(z.maxLength(16)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  shops: z.int().check(z.minimum(0), z.maximum(60)),
  basements: z.int().check(z.minimum(0), z.maximum(60)),
});
export type BuildingSpec = z.output<typeof buildingSpecSchema>;
