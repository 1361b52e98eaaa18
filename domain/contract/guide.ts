import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, idSchema } from '../kernel/identifier';
import { directoryTextSchema } from '../guide/directory';
import { guideTextSchema } from '../guide/guide';
import { PUBLICATION_STATES } from '../publication/publication-state';

const shownGuideSchema = z.strictObject({
  ...guideTextSchema.shape,
  id: idSchema,
  /** First letters of the title and of each keyword. */
  initials: z.array(z.string()),
  /** The community whose guide it is; empty for one of the whole street. */
  community: z.string(),
});
export type ShownGuide = z.output<typeof shownGuideSchema>;

const deskGuideSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(PUBLICATION_STATES),
  community: z.string(),
  shown: z.optional(guideTextSchema),
  /** What waits for its release. */
  draft: z.optional(guideTextSchema),
});

const guideStatsSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  /** How many ratings, and their mean; absent below ten, where a figure could point at somebody. */
  ratings: z.optional(z.int()),
  average: z.optional(z.number()),
});
export type GuideStats = z.output<typeof guideStatsSchema>;

const entrySchema = z.strictObject({ ...directoryTextSchema.shape, id: idSchema });
export type DirectoryEntry = z.output<typeof entrySchema>;

const deskOfficeSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(PUBLICATION_STATES),
  community: z.string(),
  shown: z.optional(directoryTextSchema),
  draft: z.optional(directoryTextSchema),
});

const pageInput = z.strictObject({ cursor: z.optional(cursorSchema) });

export const guideContract = defineContract({
  /** Every guide that is shown, in the office's order, as many as fit in 8 kB: the phone keeps them and finds in them. */
  list: {
    kind: 'read',
    permission: 'guide.read',
    input: pageInput,
    output: z.strictObject({ guides: z.array(shownGuideSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One to five stars, once a person and day; the rating does not say who gave it. */
  rate: {
    kind: 'change',
    permission: 'guide.rate',
    input: z.strictObject({ guideId: idSchema, stars: z.int().check(z.minimum(1), z.maximum(5)) }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The guides that the caller writes, drafts among them. */
  listDesk: {
    kind: 'read',
    permission: 'guide.edit',
    input: pageInput,
    output: z.strictObject({ guides: z.array(deskGuideSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** A new guide, or a newer text of one; it is shown once it was released. */
  save: {
    kind: 'change',
    permission: 'guide.edit',
    input: z.strictObject({
      guideId: z.optional(idSchema),
      version: z.int().check(z.minimum(0)),
      text: guideTextSchema,
    }),
    output: z.strictObject({ guideId: idSchema, version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  /** Nobody sees it any more. */
  withdraw: {
    kind: 'change',
    permission: 'guide.edit',
    input: z.strictObject({ guideId: idSchema, version: z.int() }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** What people think of each guide within reach. */
  readStats: {
    kind: 'read',
    permission: 'guide.stats',
    input: pageInput,
    output: z.strictObject({ guides: z.array(guideStatsSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Offices, as many as fit in 8 kB. */
  listDirectory: {
    kind: 'read',
    permission: 'directory.read',
    input: pageInput,
    output: z.strictObject({ entries: z.array(entrySchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** The offices that the caller writes, drafts among them. */
  listOffices: {
    kind: 'read',
    permission: 'directory.edit',
    input: pageInput,
    output: z.strictObject({ offices: z.array(deskOfficeSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** A new office, or newer facts of one; they are shown once they were released. */
  saveOffice: {
    kind: 'change',
    permission: 'directory.edit',
    input: z.strictObject({
      officeId: z.optional(idSchema),
      version: z.int().check(z.minimum(0)),
      text: directoryTextSchema,
    }),
    output: z.strictObject({ officeId: idSchema, version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  withdrawOffice: {
    kind: 'change',
    permission: 'directory.edit',
    input: z.strictObject({ officeId: idSchema, version: z.int() }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
});
