import * as z from './zod';

/** A key of ours: random base32, or one derived from it (a door is its unit's key and its number, `…-17`). */
export const idSchema = z.string().check(z.regex(/^[0-9a-z]{1,40}(-[0-9]{1,4})?$/));

/** 128 random bits in base32, made by the sender of a change and kept with it until it is answered. */
export const opIdSchema = z.string().check(z.regex(/^[0-9a-z]{26}$/));

/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Where the next page begins; opaque to the phone. */
export const cursorSchema = z.string().check(z.maxLength(200));
