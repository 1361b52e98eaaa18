import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { sessionContract } from '@domain/contract/session';
import type { ChangeContext } from '../../../kernel/context';
import { deviceId } from '../../../policies/device';
import { ownSeat } from '../own-seat';
import { answerOf, tryPin } from '../seat-pin';

type Input = ProcedureParsed<(typeof sessionContract)['verifyPin']>;
type Output = ProcedureOutput<(typeof sessionContract)['verifyPin']>;

/** Every try is on record, the right ones and the wrong ones; the PIN itself stands nowhere. */
export async function verifyPin(context: ChangeContext, { device, pin }: Input): Promise<Output> {
  const seat = await ownSeat(context);
  const id = deviceId(context.keyring, device);
  const { devices = [] } = seat;
  if (seat.pin === undefined || !devices.some((bound) => bound.id === id)) {
    throw new Problem('WRONG_STATE', { sentence: '这台手机还没绑定，先绑定' });
  }

  const trial = tryPin(context, { seatId: seat._id, typed: pin }, seat.pin);
  const isRight = trial.verdict === 'right';
  context.write.patch('assignments', seat._id, {
    version: seat.version + 1,
    pin: trial.pin,
    ...(isRight
      ? { devices: devices.map((bound) => (bound.id === id ? { ...bound, usedOn: context.today } : bound)) }
      : {}),
  });
  context.record({ objects: [seat._id], subjects: [], fields: ['pin', trial.verdict], place: {} });
  return answerOf(context, { seat, device: id }, trial);
}
