import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { sessionContract } from '@domain/contract/session';
import type { ChangeContext } from '../../../kernel/context';
import { ownSeat } from '../own-seat';

type Input = ProcedureParsed<(typeof sessionContract)['revokeDevice']>;
type Output = ProcedureOutput<(typeof sessionContract)['revokeDevice']>;

/** The PIN stays: a phone that is bound again needs it. */
export async function revokeDevice(context: ChangeContext, { deviceId }: Input): Promise<Output> {
  const seat = await ownSeat(context);
  const devices = (seat.devices ?? []).filter(({ id }) => id !== deviceId);
  if (devices.length === (seat.devices ?? []).length) throw new Problem('NOT_FOUND');

  context.write.patch('assignments', seat._id, {
    version: seat.version + 1,
    devices,
    deviceBound: devices.length > 0,
  });
  context.record({ objects: [seat._id], subjects: [], fields: ['device'], place: {} });
  return { left: devices.length };
}
