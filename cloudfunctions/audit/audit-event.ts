/**
 * What the trail keeps of an act: who, in which role, what, on which objects, which fields, why. Never a value. The guard
 * refuses what looks like one, so that a careless caller fails in a test and not in the archive.
 */
import type { KeptAudit } from '../repositories/documents';

const REASON_LENGTH_MAX = 100;
const REDACTED = '***';

/** Ids of ours: random (any 26 characters), or short and speaking; a long run of digits is a number of somebody. */
const RANDOM_ID = /^[0-9a-z]{26}(-\d{1,4})?$/;
const SPEAKING_ID = /^[0-9A-Za-z][0-9A-Za-z:#._-]{0,63}$/;
const LONG_NUMBER = /\d{7}/;
const ACTION = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;
const FIELD = /^[a-z][A-Za-z0-9._-]{0,59}$/;
const REQUEST_ID = /^[0-9A-Za-z_-]{1,64}$/;

/** Seven digits or more, however they are set apart or spelled: the shortest phone number has seven. */
const NUMBER_IN_TEXT =
  /(?:[0-9０-９零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖][\s.·,，、()‐-―-]*){7,}[xXｘＸ]?/g;
const PLATE_IN_TEXT = /[\u4e00-\u9fff][A-Za-zＡ-Ｚａ-ｚ][·.\s]?[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]{4,6}/g;

/** A reason as it is kept and shown to the household: numbers and plates are taken out, the words stay. */
export function redactReason(reason: string): string {
  return reason
    .replace(PLATE_IN_TEXT, REDACTED)
    .replace(NUMBER_IN_TEXT, REDACTED)
    .slice(0, REASON_LENGTH_MAX);
}

/** The audit part of a record. Throws when a part holds more than a name. */
export function auditPart(part: KeptAudit): KeptAudit {
  check('actor', isId(part.actor));
  check('action', ACTION.test(part.action));
  check('objects', part.objects.every(isId));
  check(
    'fields',
    part.fields.every((field) => FIELD.test(field) && !LONG_NUMBER.test(field)),
  );
  check('requestId', REQUEST_ID.test(part.requestId));
  return part.reason === undefined ? part : { ...part, reason: redactReason(part.reason) };
}

function isId(text: string): boolean {
  return RANDOM_ID.test(text) || (SPEAKING_ID.test(text) && !LONG_NUMBER.test(text));
}

function check(name: string, isClean: boolean): void {
  // The value itself stays out of the message: messages are logged.
  if (!isClean) throw new Error(`the audit takes names only, and ${name} holds something else`);
}
