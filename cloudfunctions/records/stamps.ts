/** Who stands behind each part of a household's answers: what a later save is compared with. */
import type { Channel } from '@domain/census/codes';
import { startOfDay } from '@domain/kernel/calendar';
import type { ValueSource } from '@domain/census/value-source';
import type { ChangeContext } from '../kernel/context';
import type { FieldStamp, HouseholdDocument } from '../repositories/documents';

/** Every part that has no stamp of its own. */
const REST = '*';

function sourceOfStaff(channel: Channel): ValueSource {
  return channel === 'visit' ? 'verified' : 'worker';
}

/** A form that a household handed in and a worker confirmed is the household's word. */
function sourceOfChannel(channel: Channel): ValueSource {
  return channel === 'visit' || channel === 'phone' || channel === 'paper'
    ? sourceOfStaff(channel)
    : 'resident';
}

/** A household that was never corrected says all of it in its first version. */
function originOf({ channel, filledBy, filledOn }: HouseholdDocument): FieldStamp {
  return { version: 1, at: startOfDay(filledOn), by: filledBy, source: sourceOfChannel(channel), opId: '' };
}

/** A stored field's name holds no dot. */
function keyOf(part: string): string {
  return part.replace('.', ':');
}

export function stampOf(household: HouseholdDocument, part: string): FieldStamp {
  return household.stamps?.[keyOf(part)] ?? household.stamps?.[REST] ?? originOf(household);
}

/** The stamp of what the caller says now, in the household's next version. */
export function stampOfCaller(
  { caller, now, opId }: ChangeContext,
  { version }: Pick<HouseholdDocument, 'version'>,
  channel: Channel,
): FieldStamp {
  const source = caller.role === 'RE' ? 'resident' : sourceOfStaff(channel);
  return { version: version + 1, at: now, by: caller.userId, source, opId };
}

/** The household's stamps once these parts were said anew. A person who left keeps the stamp of leaving. */
export function stampsAfter(
  household: HouseholdDocument,
  parts: readonly string[],
  stamp: FieldStamp,
): NonNullable<HouseholdDocument['stamps']> {
  const rest = household.stamps?.[REST] ?? originOf(household);
  const fresh = Object.fromEntries(parts.map((part) => [keyOf(part), stamp]));
  return { [REST]: rest, ...household.stamps, ...fresh };
}
