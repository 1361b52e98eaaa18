/**
 * The only file that names wx.cloud. A call always answers: a lost network is the problem OFFLINE, a platform that failed is
 * DEPENDENCY_UNAVAILABLE. Reads are sent a second time when no answer came; changes are repeated by the outbox alone,
 * with the same operation id.
 */
import type { CallEnvelope, Reply } from '@domain/kernel/contract';
import { PROBLEM_SENTENCES, type ProblemCode } from '@domain/kernel/problem';
import { STAFF_WORDS } from '../messages/staff';
import { renewTicket } from './acting';
import { isOffline } from './network';
import { isRecord } from './storage';

/** What a platform says when no answer came, as far as its words can be trusted. */
const LOST = /request:fail|timeout|timed? out|network|ERR_|interrupted/i;

/** Called once, at launch. Without a name the platform's default environment answers. */
export function connectCloud(environment: string): void {
  wx.cloud.init(environment === '' ? { traceUser: false } : { env: environment, traceUser: false });
}

export interface CloudCall {
  /** The cloud function: the name of its contract. */
  name: string;
  envelope: CallEnvelope;
  isRead: boolean;
}

export async function callCloud(call: CloudCall): Promise<Reply<unknown>> {
  const reply = await send(call);
  const isWorthRepeating = call.isRead && !reply.ok && reply.problem.code === 'DEPENDENCY_UNAVAILABLE';
  return isWorthRepeating ? send(call) : reply;
}

async function send({ name, envelope, isRead }: CloudCall): Promise<Reply<unknown>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: { ...envelope } });
    if (!isReply(result)) return noAnswer('DEPENDENCY_UNAVAILABLE');
    if (result.ok && result.ticket !== undefined) renewTicket(result.ticket);
    return result;
  } catch (error) {
    const isLost = (await isOffline()) || LOST.test(wordsOf(error));
    if (!isLost) return noAnswer('DEPENDENCY_UNAVAILABLE');
    // What is only read is not kept for later, and is not said to be.
    return noAnswer('OFFLINE', isRead ? { sentence: STAFF_WORDS.offline } : {});
  }
}

function isReply(result: unknown): result is Reply<unknown> {
  if (!isRecord(result)) return false;
  if (result['ok'] === true) return true;
  const problem = result['problem'];
  return result['ok'] === false && isRecord(problem) && isProblemCode(problem['code']);
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.keys(PROBLEM_SENTENCES).includes(code);
}

function noAnswer(code: 'OFFLINE' | 'DEPENDENCY_UNAVAILABLE', details = {}): Reply<unknown> {
  return { ok: false, problem: { code, message: PROBLEM_SENTENCES[code], details, requestId: '' } };
}

function wordsOf(error: unknown): string {
  if (!isRecord(error)) return String(error);
  return [error['errMsg'], error['message']].filter((words) => typeof words === 'string').join(' ');
}

/** Stores a file of the phone in its own inbox; undefined where no answer came. */
export async function storeFile(filePath: string, name: string): Promise<string | undefined> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: `inbox/${name}`, filePath });
    return fileID;
  } catch {
    return undefined;
  }
}
