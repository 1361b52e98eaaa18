import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { GROUND_KINDS, NOTICE_BODY_MAX, NOTICE_TITLE_MAX } from '../notice/notice';
import { NOTICE_STATES } from '../notice/notice-state';

const headSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  ground: z.string(),
  isImportant: z.boolean(),
  publishedAt: z.int(),
});
export type NoticeHead = z.output<typeof headSchema>;

const managedSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  /** As released; before that as last handed in, and '' where that is gone. */
  title: z.string(),
  ground: z.string(),
  groundKind: z.enum(GROUND_KINDS),
  groundId: idSchema,
  isImportant: z.boolean(),
  state: z.enum(NOTICE_STATES),
  endsOn: daySchema,
  at: z.int(),
});
export type ManagedNotice = z.output<typeof managedSchema>;

export const noticeContract = defineContract({
  /** What is published to the whole street and, for a resident, to the own home's places; newest first. */
  listNotices: {
    kind: 'read',
    permission: 'notice.read',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ notices: z.array(headSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One published notice. */
  readNotice: {
    kind: 'read',
    permission: 'notice.read',
    input: z.strictObject({ noticeId: idSchema }),
    output: z.strictObject({
      ...headSchema.shape,
      body: z.string(),
      endsOn: daySchema,
    }),
    problems: ['NOT_FOUND'],
  },
  /** The caller has read it; counted once, for who lives where it is aimed. */
  markNotice: {
    kind: 'change',
    permission: 'notice.mark',
    input: z.strictObject({ noticeId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND'],
  },
  /**
   * A new notice to a place of the own territory, or a new text of one. It is checked and waits at the publishing desk; a former
   * text stays until the new one is released.
   */
  saveNotice: {
    kind: 'change',
    permission: 'notice.edit',
    input: z.strictObject({
      /** Absent for a new one. */
      former: z.optional(z.strictObject({ noticeId: idSchema, version: z.int() })),
      groundKind: z.enum(GROUND_KINDS),
      groundId: idSchema,
      title: z.string().check(z.minLength(1), z.maxLength(NOTICE_TITLE_MAX)),
      body: z.string().check(z.minLength(1), z.maxLength(NOTICE_BODY_MAX)),
      isImportant: z.boolean(),
      endsOn: daySchema,
    }),
    output: z.strictObject({ noticeId: idSchema, state: z.enum(NOTICE_STATES) }),
    problems: ['NOT_FOUND', 'CONTENT_REJECTED', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Notices of the territory in every state, newest first. */
  listManaged: {
    kind: 'read',
    permission: 'notice.edit',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ notices: z.array(managedSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Its words as they were last handed in, released or not, and what the desk said of them: for who writes on. */
  readDesk: {
    kind: 'read',
    permission: 'notice.edit',
    input: z.strictObject({ noticeId: idSchema }),
    output: z.strictObject({ version: z.int(), title: z.string(), body: z.string(), reason: z.string() }),
    problems: ['NOT_FOUND'],
  },
  /** Accounts it came to and that have read it, by building. */
  readReach: {
    kind: 'read',
    permission: 'notice.stats',
    input: z.strictObject({ noticeId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      buildings: z.array(
        z.strictObject({ buildingId: idSchema, name: z.string(), reached: z.int(), read: z.int() }),
      ),
      /** False while it is still on its way. */
      isDelivered: z.boolean(),
      next: z.optional(cursorSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Doors of a building that an important notice has not reached, until its last day: no person. The look is recorded. */
  listUnread: {
    kind: 'read',
    permission: 'notice.listUnread',
    input: z.strictObject({ noticeId: idSchema, buildingId: idSchema }),
    output: z.strictObject({
      doors: z.array(z.strictObject({ doorId: idSchema, line: z.string() })),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
