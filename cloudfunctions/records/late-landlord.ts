/** A landlord who registers after tenants have named them: found by the number that WeChat says is theirs, and by no other. */
import type { ReadContext } from '../kernel/context';
import type { HouseholdDocument, TenancyDocument } from '../repositories/documents';
import { findHousehold, householdsById } from '../repositories/households';
import { tenanciesOfNumber } from '../repositories/tenancies';
import { mayHaveLet } from './tenancies';

type Asking = Pick<ReadContext, 'caller' | 'keyring' | 'now' | 'store'>;

/** The home in whose name the caller asks. */
async function ownHome({ caller, store }: Asking): Promise<HouseholdDocument | undefined> {
  const id = caller.seat?.scope.householdId;
  return id === undefined ? undefined : findHousehold(store, id);
}

/**
 * What was said of the number before its holder registered. Nothing without the proof that it is the caller's own, and nothing
 * where nobody of the name that the tenant wrote lives in the caller's home: a mistyped digit shows nobody a door.
 */
export async function foundByNumber(
  context: Asking,
  { phone = '', proof = '' }: { readonly phone?: string | undefined; readonly proof?: string | undefined },
): Promise<TenancyDocument[]> {
  const { caller, keyring, now, store } = context;
  if (phone === '') return [];
  const index = keyring.index('phone', phone);
  if (keyring.readNumber(proof, { userId: caller.userId, index, now }) !== 'held') return [];
  const named = await tenanciesOfNumber(store, index);
  if (named.length === 0) return [];
  const home = await ownHome(context);
  const tenants = await householdsById(
    store,
    named.map(({ _id }) => _id),
  );
  const theirs = new Set(tenants.filter((one) => mayHaveLet(home, one)).map(({ _id }) => _id));
  return named.filter(({ _id }) => theirs.has(_id));
}

/** Who may answer: whoever was asked; where nobody was, a caller of the name that the tenant wrote. */
export async function mayAnswer(
  context: Asking,
  { landlordIds, state }: TenancyDocument,
  tenants: HouseholdDocument | undefined,
): Promise<readonly string[]> {
  if (state !== 'unnamed' || tenants === undefined) return landlordIds;
  return mayHaveLet(await ownHome(context), tenants) ? [context.caller.userId] : [];
}
