import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { familyContract } from '@domain/contract/family';
import type { ReadContext } from '../../../kernel/context';
import { viewCampaign } from '../../../records/campaign-view';
import { findPresented, isOpenFor, isOwn } from '../invitation';
import { viewOwn } from '../own-view';
import { ticketTo } from '../plain-way';

type Input = ProcedureParsed<(typeof familyContract)['openInvitation']>;
type Output = ProcedureOutput<(typeof familyContract)['openInvitation']>;

/** Opening changes nothing. */
export async function openInvitation(context: ReadContext, { token }: Input): Promise<Output> {
  const invitation = await findPresented(context, token);
  const { plate, doorId, _id } = invitation;
  const seen = { plate, doorId, campaign: viewCampaign(await context.campaign()) };
  if (isOwn(context, invitation)) {
    return { ...seen, verdict: 'mine', invitationId: _id, own: await viewOwn(context, invitation) };
  }
  if (isOpenFor(context, invitation)) return { ...seen, verdict: 'open' };
  return { ...seen, verdict: 'plain', ticket: ticketTo(context, doorId) };
}
