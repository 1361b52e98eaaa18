import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { addressOf, doorAt, pathOf, plateOf, splitDoorId } from '../../../records/door-place';
import { householdsOfDoor } from '../../../repositories/households';
import { waitingAtDoor } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';
import { rulesOf } from '../../../records/form-checks';
import { viewHousehold, viewWaiting } from '../../../records/form-views';

type Input = ProcedureParsed<(typeof censusContract)['readDoor']>;
type Output = ProcedureOutput<(typeof censusContract)['readDoor']>;

export async function readDoor(context: ReadContext, { doorId }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const wall = unit && (await findWall(context.store, unit.unitId));
  if (wall === undefined) throw new Problem('NOT_FOUND');
  const door = doorAt(wall, doorId);
  context.permit(pathOf({ ...wall, unitId: wall._id }));

  const { waiting, lastSeq } = door.stored;
  const forms = waiting === 0 ? [] : await waitingAtDoor(context.store, doorId);
  const stored = lastSeq === 0 ? [] : await householdsOfDoor(context.store, doorId);
  const rules = rulesOf(await context.campaign(), context.today);
  const viewer = { role: context.caller.role, keyring: context.keyring, rules };
  // An empty door holds nobody who could be looked at.
  if (forms.length + stored.length > 0) {
    const subjects = [doorId, ...[...stored, ...forms].map(({ _id }) => _id)];
    context.look({ subjects, fields: ['form'] });
  }
  return {
    plate: plateOf(addressOf(door)),
    state: door.stored.state,
    waiting: forms.map((form) => viewWaiting(form, viewer)),
    households: stored.map((household) => viewHousehold(household, viewer)),
  };
}
