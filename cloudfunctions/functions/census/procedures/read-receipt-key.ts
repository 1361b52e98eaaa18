import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { placeOfWall } from '../../../records/door-place';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof censusContract)['readReceiptKey']>;
type Output = ProcedureOutput<(typeof censusContract)['readReceiptKey']>;

/** With the key of one grid a phone checks that grid's receipts without network (D42); it opens nothing that is stored. */
export async function readReceiptKey(context: ReadContext, { unitId }: Input): Promise<Output> {
  const wall = await findWall(context.store, unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfWall(wall));
  const { opensOn, closesOn } = await context.campaign();
  return {
    gridId: wall.gridId,
    key: context.keyring.receiptKey(wall.gridId).toString('base64url'),
    opensOn,
    closesOn,
  };
}
