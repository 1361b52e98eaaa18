import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { familyContract } from '@domain/contract/family';
import type { ChangeContext } from '../../../kernel/context';
import { checkConsent } from '../../../records/form-checks';
import { areaOf, findPresented, isOpenFor, isOwn, purgeDay } from '../invitation';
import { ticketTo } from '../plain-way';

type Input = ProcedureParsed<(typeof familyContract)['acceptInvitation']>;
type Output = ProcedureOutput<(typeof familyContract)['acceptInvitation']>;

/** The first account that accepts has it; two at once are decided by the invitation's own document. */
export async function acceptInvitation(context: ChangeContext, { token, consent }: Input): Promise<Output> {
  const invitation = await findPresented(context, token);
  const { _id, doorId, version } = invitation;
  if (isOwn(context, invitation)) return { verdict: 'mine', invitationId: _id };
  if (!isOpenFor(context, invitation)) return { verdict: 'plain', ticket: ticketTo(context, doorId) };
  checkConsent(await context.campaign(), consent);

  context.write.patch('invitations', _id, {
    version: version + 1,
    state: 'filling',
    acceptedBy: context.caller.userId,
    noticeVersion: consent.noticeVersion,
    purgeOn: purgeDay('filling', context.today),
  });
  context.record({
    objects: [_id, doorId],
    subjects: [],
    fields: ['acceptedBy', 'consent'],
    place: areaOf(invitation),
  });
  return { verdict: 'mine', invitationId: _id };
}
