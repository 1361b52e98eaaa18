/** Whose home this is, asked where the phone does not know it; and why it is still not known. */
import { homeSeatOf, knownSession, openSession, type SessionReply } from '../../services/session';

export async function askHome(): Promise<SessionReply> {
  const session = await knownSession();
  return homeSeatOf(session) === undefined ? openSession() : { session, problem: undefined };
}
