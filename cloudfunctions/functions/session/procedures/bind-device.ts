import { isGoodPin } from '@domain/identity/pledge';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { sessionContract } from '@domain/contract/session';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { deviceId } from '../../../policies/device';
import type { BoundDevice } from '../../../repositories/documents';
import { ownSeat } from '../own-seat';
import { answerOf, pinDigest, tryPin } from '../seat-pin';

type Input = ProcedureParsed<(typeof sessionContract)['bindDevice']>;
type Output = ProcedureOutput<(typeof sessionContract)['bindDevice']>;

const DEVICES_MAX = 3;

/** Throws WRONG_STATE where the seat has all the phones it may have. */
function withDevice(devices: readonly BoundDevice[], device: BoundDevice): readonly BoundDevice[] {
  if (devices.some(({ id }) => id === device.id)) return devices;
  if (devices.length >= DEVICES_MAX) {
    throw new Problem('WRONG_STATE', { sentence: '最多绑 3 台手机，先在旧手机上解绑一台' });
  }
  return [...devices, device];
}

/** A first phone brings the PIN along; a further one is let in by it, so that a taken-over account alone opens nothing. */
export async function bindDevice(context: ChangeContext, input: Input): Promise<Output> {
  const seat = await ownSeat(context);
  if (seat.pin === undefined && !isGoodPin(input.pin)) {
    throw new Problem('VALIDATION', { field: 'pin', sentence: '太好猜了，换六个不连着的数字' });
  }
  const id = deviceId(context.keyring, input.device);
  const known = seat.pin ?? { digest: pinDigest(context, seat._id, input.pin), wrong: 0, lockedUntil: 0 };
  const trial = tryPin(context, { seatId: seat._id, typed: input.pin }, known);
  const isRight = trial.verdict === 'right';
  const label = input.label.trim();
  const former = seat.devices ?? [];
  const devices = isRight ? withDevice(former, { id, label, boundOn: context.today }) : former;

  context.write.patch('assignments', seat._id, {
    version: seat.version + 1,
    pin: trial.pin,
    ...(isRight ? { devices, deviceBound: true } : {}),
  });
  if (devices.length > former.length) {
    const values = { place: seat.label, ...(label === '' ? {} : { note: label }) };
    tell(context, { userId: seat.userId, kind: 'deviceBound', values });
  }
  context.record({ objects: [seat._id], subjects: [], fields: ['device', trial.verdict], place: {} });
  return answerOf(context, { seat, device: id }, trial);
}
