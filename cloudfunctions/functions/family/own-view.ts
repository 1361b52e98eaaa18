/** How far the filling of one person has come: the draft, or the code and the receipt of the form. */
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { familyContract } from '@domain/contract/family';
import type { ReadContext } from '../../kernel/context';
import { isLocked, openSpokenCode } from '../../records/spoken-code';
import type { InvitationDocument, SubmissionDocument } from '../../repositories/documents';
import { findSubmission } from '../../repositories/submissions';
import { openDraft } from './draft';

type Own = ProcedureOutput<(typeof familyContract)['readInvitation']>;

/** A form that joined another household's answer goes on waiting for whoever is not of that household. */
function stageOf(form: SubmissionDocument): Own['stage'] {
  if (form.state === 'accepted' && form.isUnbound !== true) return 'confirmed';
  if (form.state === 'rejected' || form.state === 'expired') return 'returned';
  return isLocked(form.proxy) ? 'locked' : 'sent';
}

function viewSent({ keyring }: ReadContext, form: SubmissionDocument): Partial<Own> {
  const { receiptCode, receiptDay, plate, proxy, state } = form;
  const isWaiting = state === 'waiting' && proxy !== undefined && !isLocked(proxy);
  return {
    receipt: { code: receiptCode, day: receiptDay, plate },
    ...(isWaiting ? { spokenCode: openSpokenCode(keyring, form._id, proxy) } : {}),
  };
}

/** Draft and code are the caller's own: looking at them is recorded nowhere. */
export async function viewOwn(context: ReadContext, invitation: InvitationDocument): Promise<Own> {
  const { plate, doorId, noticeVersion = '', draftVersion, formId, fillRole } = invitation;
  const form = formId === undefined ? undefined : await findSubmission(context.store, formId);
  const draft = openDraft(context.keyring, invitation);
  return {
    plate,
    doorId,
    noticeVersion,
    draftVersion,
    stage: form === undefined ? 'filling' : stageOf(form),
    ...(fillRole === undefined ? {} : { isAloud: true as const }),
    ...(draft === undefined ? {} : { draft }),
    ...(form === undefined ? {} : viewSent(context, form)),
  };
}
