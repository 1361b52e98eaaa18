/**
 * The draft of a form that is filled for others, kept in the cloud beside the phone's own, so that another phone of the same
 * account goes on with it (D46). The phone's own is written first and is what counts; the cloud follows when it can.
 */
import { NOBODY } from './client';
import { family } from './family';
import type { Draft } from './draft';
import { mergeAnswers } from './draft-merge';
import type { Answers } from './household-answers';
import { onNetworkReturn } from './network';
import { changeOnce } from './single-change';
import { isRecord, readStored, removeStored, writeStored } from './storage';
import { after, type Timer } from './timer';

const QUIET_MS = 1500;
const ATTEMPTS_MAX = 3;
const keyOf = (invitationId: string): string => `cloud-draft:${invitationId}`;

/** What the cloud holds as far as this phone knows, and its own answers when both agreed. */
interface Agreed {
  version: number;
  mine: Answers;
  theirs: Answers;
}

const waiting = new Map<string, Draft>();
let timer: Timer | undefined;
let sending: Promise<void> = Promise.resolve();

export function startCloudDrafts(): void {
  onNetworkReturn(() => void sendCloudDrafts());
}

/** The invitation under which the cloud keeps a draft; undefined for any other form, and for one filled on a household's word. */
function invitationOf({ place, aloudUntil }: Pick<Draft, 'place' | 'aloudUntil'>): string | undefined {
  return place.by === 'invitation' && aloudUntil === undefined ? place.invitationId : undefined;
}

/** Remembers that the draft changed; it is sent once the person pauses. */
export function keepInCloud(draft: Draft): void {
  const invitationId = invitationOf(draft);
  if (invitationId === undefined) return;
  waiting.set(invitationId, draft);
  timer?.cancel();
  timer = after(QUIET_MS, () => void sendCloudDrafts());
}

/** The form is handed in or let go: nothing of it follows. */
export async function dropFromCloud(draft: Pick<Draft, 'place'>): Promise<void> {
  const invitationId = invitationOf(draft);
  if (invitationId === undefined) return;
  waiting.delete(invitationId);
  await removeStored(keyOf(invitationId));
}

/** Sends what waits, one round at a time. What finds no network waits for it. */
async function sendCloudDrafts(): Promise<void> {
  timer?.cancel();
  sending = sending.then(async () => {
    for (const [invitationId, draft] of waiting) {
      waiting.delete(invitationId);
      if (!(await send(invitationId, draft)) && !waiting.has(invitationId)) waiting.set(invitationId, draft);
    }
  });
  await sending;
}

/** The answers with which this phone goes on, from its own draft and the one of the cloud. */
export async function resumeWith(
  invitationId: string,
  cloud: { readonly version: number; readonly answers: Answers | undefined },
  mine: Answers | undefined,
): Promise<Answers | undefined> {
  const { version, answers: theirs } = cloud;
  if (theirs === undefined) return mine;
  const agreed = await readAgreed(invitationId);
  await keepAgreed(invitationId, { version, mine: theirs, theirs });
  return mine === undefined ? theirs : mergeAnswers(agreed.mine, mine, theirs);
}

/** True when nothing is left to do: it was saved, or the cloud will never take it. */
async function send(invitationId: string, { answers, question }: Draft): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const agreed = await readAgreed(invitationId);
    const merged = mergeAnswers(agreed.mine, answers, agreed.theirs);
    const input = { invitationId, baseVersion: agreed.version, draft: { answers: merged, question } };
    const reply = await changeOnce({ name: 'saveDraft', input }, (sent, options) =>
      family.saveDraft(sent as never, { ...options, actAs: NOBODY }),
    );
    if (reply.ok) {
      await keepAgreed(invitationId, { version: reply.data.version, mine: answers, theirs: merged });
      return true;
    }
    if (reply.problem.code !== 'STALE_VERSION') return isOver(reply.problem.code);
    if (!(await learn(invitationId, agreed.mine))) return false;
  }
  return false;
}

/** Another phone was there: its draft is read, and the next attempt brings both together. */
async function learn(invitationId: string, mine: Answers): Promise<boolean> {
  const reply = await family.readInvitation({ invitationId }, { actAs: NOBODY });
  if (!reply.ok) return false;
  const { draftVersion: version, draft } = reply.data;
  await keepAgreed(invitationId, { version, mine, theirs: draft?.answers ?? {} });
  return true;
}

function isOver(code: string): boolean {
  return ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED', 'VALIDATION', 'FORBIDDEN'].includes(code);
}

async function readAgreed(invitationId: string): Promise<Agreed> {
  const stored = await readStored(keyOf(invitationId), 'sealed');
  const isKnown = isRecord(stored) && typeof stored['version'] === 'number';
  return isKnown ? (stored as unknown as Agreed) : { version: 0, mine: {}, theirs: {} };
}

async function keepAgreed(invitationId: string, agreed: Agreed): Promise<void> {
  await writeStored(keyOf(invitationId), agreed, 'sealed');
}
