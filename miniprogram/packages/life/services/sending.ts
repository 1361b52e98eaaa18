/** Sends what was written: the text first, its pictures after it. Whatever does not arrive stays on the phone. */
import type { issueContract, ReportedPlace } from '@domain/contract/issue';
import type { ProcedureInput } from '@domain/kernel/contract';
import type { ProblemReport } from '@domain/kernel/problem';
import { NOBODY } from '../../../services/client';
import { issue } from '../../../services/issue';
import { newOpId } from '../../../services/new-op-id';
import { changeOnce } from '../../../services/single-change';
import { keepDraft, type SayDraft } from './say-draft';
import { sendLeftPictures } from './written-pictures';

/** Who sends: the seat of the own home, the worker's at a door, or nobody with a code. */
export interface Sender {
  readonly seatId: string | undefined;
}

/** What somebody with a home here can say without a code. */
const WITHOUT_CODE: Readonly<Record<string, ReportedPlace>> = {
  home: { by: 'home' },
  compound: { by: 'homeCompound' },
  outside: { by: 'outside' },
};

/** Somebody without a home here says by a code where it is. */
export function isNowhere({ where, scene, doorId }: SayDraft): boolean {
  return doorId === '' && scene === '' && WITHOUT_CODE[where] === undefined;
}

/** A compound is large: in words it is one spot of it. */
export function needsSpot({ where, doorId, spot }: SayDraft): boolean {
  return doorId === '' && where === 'compound' && spot.trim() === '';
}

export function placeOfDraft({ where, scene, doorId }: SayDraft): ReportedPlace {
  if (doorId !== '') return { by: 'door', doorId };
  return WITHOUT_CODE[where] ?? { by: 'scene', scene };
}

export function seatOption({ seatId }: Sender): { actAs: string } {
  return { actAs: seatId ?? NOBODY };
}

type Report = ProcedureInput<(typeof issueContract)['report']>;

/** At a door the worker says in whose name, and what they take it for. */
function ofVisit({ doorId, householdId, raisedBy, phone, aspect }: SayDraft): Partial<Report> {
  if (doorId === '') return {};
  const who: Record<string, Report['raisedBy']> = {
    household: { who: 'household', householdId },
    phone: { who: 'phone', phone },
  };
  return { raisedBy: who[raisedBy] ?? { who: 'worker' }, ...(aspect === '' ? {} : { aspect }) };
}

export type Sent =
  | { readonly draft: SayDraft; readonly problem: undefined }
  | { readonly draft: SayDraft; readonly problem: Pick<ProblemReport, 'code' | 'details'> };

/** The operation's id is on the phone before the first attempt, and stays until it is answered. */
export async function sendText(sender: Sender, written: SayDraft): Promise<Sent> {
  const isAgain = written.opId !== '';
  const draft = isAgain ? written : { ...written, opId: await newOpId() };
  await keepDraft(draft);
  const { kind, text, spot, isAnonymous, isStreetOnly, opId } = draft;
  const place = placeOfDraft(draft);
  const input = { kind, place, text, spot, isAnonymous, isStreetOnly, ...ofVisit(draft) };
  const options = { ...seatOption(sender), opId, ...(isAgain ? { again: true } : {}) };
  const reply = await issue.report(input, options);
  if (!reply.ok) return { draft, problem: reply.problem };
  const sent = { ...draft, sent: reply.data };
  await keepDraft(sent);
  return { draft: sent, problem: undefined };
}

/** One after the other; the draft that comes back holds those that are still to go. */
export async function sendPictures(sender: Sender, draft: SayDraft): Promise<SayDraft> {
  const { sent } = draft;
  if (sent === null) return draft;
  const { issueId } = sent;
  return sendLeftPictures(draft, {
    keep: keepDraft,
    send: (fileId) =>
      changeOnce({ name: 'addPicture', input: { issueId, fileId } }, (wanted, options) =>
        issue.addPicture(wanted, { ...options, ...seatOption(sender) }),
      ),
  });
}
