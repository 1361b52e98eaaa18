/** Names that may stand on a certificate of the caller: of the own household, or the volunteer's own. */
import type { ChangeContext } from '../../kernel/context';
import { ownProfile } from '../../records/census-gateway';
import { openVolunteerName } from '../../records/sealed-volunteer';
import { findVolunteer } from '../../repositories/volunteers';

type Asking = Pick<ChangeContext, 'caller' | 'keyring' | 'store'>;

export interface Holder {
  readonly key: string;
  readonly name: string;
}

const OWN_KEY = 'volunteer';

export async function holdersOf(asking: Asking): Promise<readonly Holder[]> {
  const { caller, keyring, store } = asking;
  if (caller.role === 'RE') {
    const { people } = await ownProfile(asking);
    return people.map(({ key, name }) => ({ key, name }));
  }
  const volunteer = await findVolunteer(store, caller.userId);
  return volunteer === undefined ? [] : [{ key: OWN_KEY, name: openVolunteerName(keyring, volunteer) }];
}
