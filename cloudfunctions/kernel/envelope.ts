/** A call as it arrives. Sizes are counted before anything is parsed; an unknown key is refused, not dropped. */
import type { CallEnvelope } from '@domain/kernel/contract';
import { opIdSchema } from '@domain/kernel/identifier';
import { Problem } from '@domain/kernel/problem';
import * as z from '@domain/kernel/zod';

const BYTES_MAX = 64 * 1024;
const DEPTH_MAX = 8;
const ITEMS_MAX = 200;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const envelopeSchema = z.strictObject({
  procedure: z.string().check(z.maxLength(40)),
  input: z.unknown(),
  opId: z.optional(opIdSchema),
  actAs: z.optional(z.string().check(z.regex(/^[0-9a-z]{1,40}$/))),
  again: z.optional(z.boolean()),
  device: z.optional(
    z.strictObject({
      key: z.string().check(z.regex(/^[0-9a-z]{26}$/)),
      ticket: z.optional(z.string().check(z.maxLength(40))),
    }),
  ),
});

function refuse(reason: string): never {
  throw new Problem('VALIDATION', { field: 'request', reason });
}

function checkKeys(keys: readonly string[]): void {
  if (keys.length > ITEMS_MAX) refuse('too many items');
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key) || key.startsWith('$')) refuse('a key that no form has');
  }
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEPTH_MAX) refuse('too deep');
  if (!Array.isArray(value)) checkKeys(Object.keys(value));
  else if (value.length > ITEMS_MAX) refuse('too many items');
  for (const part of Object.values(value)) checkDepth(part, depth + 1);
}

/**
 * The platform itself puts `userInfo` with the caller's own identity beside the event; it is dropped unread. Anything that
 * names another person there was written by the caller.
 */
function withoutPlatformKeys(event: Record<string, unknown>, openid: string): Record<string, unknown> {
  const { userInfo, tcbContext, ...rest } = event;
  if (tcbContext !== undefined && typeof tcbContext !== 'object') refuse('forged context');
  if (userInfo === undefined) return rest;
  const named =
    typeof userInfo === 'object' && userInfo !== null ? (userInfo as Record<string, unknown>) : {};
  if (named['openId'] !== openid) refuse('forged identity');
  return rest;
}

/** Throws PAYLOAD_TOO_LARGE or VALIDATION. */
export function parseEnvelope(event: unknown, openid: string): CallEnvelope {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) refuse('no object');
  if (Buffer.byteLength(JSON.stringify(event)) > BYTES_MAX) throw new Problem('PAYLOAD_TOO_LARGE');
  checkDepth(event, 1);
  const parsed = z.safeParse(envelopeSchema, withoutPlatformKeys(event as Record<string, unknown>, openid));
  if (!parsed.success) refuse('unknown or malformed key');
  return parsed.data as CallEnvelope;
}

/** Throws VALIDATION with the path of the first field that does not fit, and its sentence where the schema has one. */
export function parseInput<S extends z.ZodMiniType>(schema: S, input: unknown): z.output<S> {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = (issue?.path ?? []).map(String).join('.').slice(0, 64) || 'input';
  throw new Problem('VALIDATION', { field });
}
