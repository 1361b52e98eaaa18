/** Pages of residents after the form: what they are told and asked, where they are registered, filling for a family far away. */
import { askedBy } from '../../cloudfunctions/census/asked-household';
import { askedTenancy, LANDLORD_NUMBER } from '../../cloudfunctions/fixture/tenants';
import { filledFor, invite } from '../../cloudfunctions/fixture/invited';
import { messagesOf } from '../../cloudfunctions/fixture/messages';
import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { radio } from './family';
import type { Look } from './journey';
import { READ_BACK } from './landlord';
import type { Tour } from './tour';

const HOME = '/packages/home/pages';
const INVITATION = 'packages/family/pages/invitation/invitation';

/** The inbox, and the household that is asked in silence whether somebody lives with it. */
export async function tourAsked(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const { form } = await askedBy(street);
  const asked = await street.all<MessageDocument>('messages', { kind: 'joinAsked' });
  await street.replaceAll('messages', [
    ...asked,
    ...messagesOf(street, 'resident A', [{}, { isRead: true }]),
  ]);
  const phone = await tour.phone('resident A', look);
  await tour.goTo(phone, `${HOME}/inbox/inbox`);
  await tour.stop('inbox', phone);
  await tour.goTo(phone, `${HOME}/join/join?form=${form._id}`);
  await tour.stop('join-asked', phone);
}

/** A landlord who is asked about a tenant, and a tenant's own people. */
export async function tourRent(tour: Tour, look: Look = {}): Promise<void> {
  await askedTenancy(tour.street);
  const landlord = await tour.phone('landlord D', { ...look, number: LANDLORD_NUMBER });
  tour.forgive?.(landlord, READ_BACK);
  await tour.goTo(landlord, `${HOME}/asked/asked`);
  await tour.stop('rent-number', landlord);
  await landlord.tap({ role: 'button', name: '用微信手机号对一下' });
  await landlord.tap({ role: 'button', name: '同意，接着填' });
  await landlord.tap('允许');
  await landlord.see('等您回一声');
  await tour.stop('rent-asked', landlord);
  await tour.goTo(landlord, `${HOME}/residence/residence`);
  await tour.stop('residence', landlord);
  await landlord.tap({ role: 'button', name: /^改户口在哪儿：子女/ });
  await tour.stop('residence-change', landlord);
  const tenant = await tour.phone('tenant C', look);
  await tour.goTo(tenant, `${HOME}/residence/residence`);
  await tour.stop('residence-tenant', tenant);
}

/** The worker's invitation, the child who opens it, the four digits, and the worker who hears them at the door. */
export async function tourFamily(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const door = street.door('金河湾 1-1-101');
  const { token } = await invite(street, door);
  const child = await tour.phone('resident B', { ...look, page: `${INVITATION}?i=${token}` });
  await child.type('您的姓名', '孟小远');
  await child.tap(radio('子女'));
  await tour.stop('invitation', child);
  const filled = await filledFor(street, door);
  await tour.goTo(child, `/${INVITATION}?id=${filled.invitationId}`);
  await tour.stop('invitation-code', child);
  const worker = await tour.phone('worker W1', look);
  await tour.goTo(worker, `/packages/family/pages/invite/invite?door=${door.id}`);
  await worker.tap('做一张邀请');
  await tour.stop('invite', worker);
  await tour.goTo(worker, `/packages/worker/pages/proxy/proxy?door=${door.id}&form=${filled.formId}`);
  await tour.stop('worker-proxy', worker);
  const head = await tour.phone('building head H3', look);
  const { id } = street.door('苹果花园 3-2-502');
  await tour.goTo(head, `/packages/building/pages/help-fill/help-fill?door=${id}`);
  await tour.stop('help-fill', head);
}
