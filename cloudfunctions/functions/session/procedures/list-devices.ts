import type { ProcedureOutput } from '@domain/kernel/contract';
import type { sessionContract } from '@domain/contract/session';
import type { ReadContext } from '../../../kernel/context';

type Output = ProcedureOutput<(typeof sessionContract)['listDevices']>;

export async function listDevices(context: ReadContext): Promise<Output> {
  const { seat, userId } = context.caller;
  context.permit({ about: [userId] });
  const devices = seat?.devices ?? [];
  return { devices: devices.map(({ id, label, boundOn }) => ({ id, label, boundOn })) };
}
