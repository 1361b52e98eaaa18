import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, idSchema } from '../kernel/identifier';
import { MESSAGE_TEMPLATES, TEMPLATES_A_TAP } from '../inbox/message-template';

const messageSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  body: z.string(),
  at: z.int(),
  isRead: z.boolean(),
  /** A page of the mini-program with its query, or ''. */
  link: z.string(),
});
export type InboxMessage = z.output<typeof messageSchema>;

const momentSchema = z.int().check(z.minimum(0));

export const inboxContract = defineContract({
  /** The caller's own messages, newest first. `unread` counts the newest hundred; it comes with the first page alone. */
  readInbox: {
    kind: 'read',
    permission: 'inbox.read',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      messages: z.array(messageSchema),
      unread: z.optional(z.int()),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** The messages that stood on the screen, by their times (both ends included), have been seen. */
  markRead: {
    kind: 'change',
    permission: 'inbox.mark',
    input: z.strictObject({ from: momentSchema, upTo: momentSchema }).check(z.refine(endsAfterIt)),
    output: z.strictObject({}),
    problems: [],
  },
  /** The person allowed WeChat one more message of each of these templates. */
  allowMessages: {
    kind: 'change',
    permission: 'inbox.allow',
    input: z.strictObject({
      templates: z
        .array(z.enum(MESSAGE_TEMPLATES))
        .check(z.minLength(1), z.maxLength(TEMPLATES_A_TAP), z.refine(areDifferent)),
    }),
    output: z.strictObject({}),
    problems: [],
  },
});

function endsAfterIt({ from, upTo }: { from: number; upTo: number }): boolean {
  return from <= upTo;
}

function areDifferent(templates: readonly string[]): boolean {
  return new Set(templates).size === templates.length;
}
