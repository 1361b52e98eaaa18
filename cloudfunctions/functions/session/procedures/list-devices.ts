import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { sessionContract } from '@domain/contract/session';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { deviceId } from '../../../policies/device';
import { findSeat } from '../../../repositories/assignments';

type Input = ProcedureParsed<(typeof sessionContract)['listDevices']>;
type Output = ProcedureOutput<(typeof sessionContract)['listDevices']>;

/** The seat as it is stored now: the one of the call may be a minute old, and a phone was bound or taken away just before. */
export async function listDevices(context: ReadContext, { device }: Input): Promise<Output> {
  const { caller, store, keyring } = context;
  const seat = caller.seat === null ? undefined : await findSeat(store, caller.seat._id);
  if (seat === undefined) throw new Problem('NOT_FOUND');
  context.permit({ about: [seat.userId] });
  const { devices = [] } = seat;
  const own = device === undefined ? '' : deviceId(keyring, device);
  return {
    devices: devices.map(({ id, label, boundOn, usedOn = boundOn }) => ({
      id,
      label,
      boundOn,
      usedOn,
      isThis: id === own,
    })),
  };
}
