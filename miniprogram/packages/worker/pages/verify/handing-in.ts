/** Where a verification goes: to the cloud at once, or into the outbox where there is no network and the unit's route pack is here. */
import { plateWords } from '@domain/area/plate';
import type { ProblemReport } from '@domain/kernel/problem';
import { VERIFY_WORDS } from '../../../../messages/verify';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { household } from '../../../../services/household';
import { isOffline } from '../../../../services/network';
import { newOpId } from '../../../../services/new-op-id';
import { keepEntry } from '../../../../services/outbox';
import { changeOnce } from '../../../../services/single-change';
import { groupOfDoor } from '../../services/door-records';
import { packedDoor } from '../../services/route-pack';
import type { inputOf, VerifyCase } from './verify.view';

type End =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Pick<ProblemReport, 'code' | 'details'> };

export async function handInVerification(
  doorId: string,
  { door }: VerifyCase,
  input: ReturnType<typeof inputOf>,
): Promise<End> {
  const packed = (await isOffline()) ? await packedDoor(doorId) : undefined;
  if (packed === undefined) return changeOnce({ name: 'verify', input }, household.verify);
  const { version: baseVersion, ...said } = input;
  const record = { doorId, baseVersion, ...said };
  try {
    await keepEntry({
      opId: await newOpId(),
      ...{ name: 'visit', procedure: 'syncBatch', isBatched: true },
      input: { kind: 'verification', pack: packed.pack.pack, record },
      group: groupOfDoor(doorId),
      label: plateWords(door.plate),
      what: VERIFY_WORDS.what,
      origin: undefined,
    });
    return { ok: true };
  } catch {
    // Not stored is not kept: the page still has everything.
    return { ok: false, problem: { code: 'PAYLOAD_TOO_LARGE', details: { sentence: KNOCK_WORDS.full } } };
  }
}
