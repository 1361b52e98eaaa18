/** The landlord of the fourth journey at the phone. */
import type { PhoneDriver } from '../../browser/phone';
import { LANDLORD_NUMBER } from '../../cloudfunctions/fixture/tenants';
import type { Journey } from './journey';

/** What a change did is read back: a second call after the touch. */
export const READ_BACK = /^tap \d+: \d setData, [2-4] calls$/;

/** D reads what was asked; the number of D's own phone is shown first. */
export async function landlordReads(
  journey: Journey,
  { number = LANDLORD_NUMBER }: { readonly number?: string } = {},
): Promise<PhoneDriver> {
  const landlord = await journey.phone('landlord D', { number });
  journey.forgive(landlord, READ_BACK);
  await journey.restart(landlord, { hash: '/packages/home/pages/asked/asked' });
  await landlord.tap({ role: 'button', name: '用微信手机号对一下' });
  await landlord.tap({ role: 'button', name: '同意，接着填' });
  await landlord.tap('允许');
  return landlord;
}
