/** The verdict over all audit chains: whole, or the first link that does not fit. Never what a record covers. */
import { STAFF_WORDS } from '../../../../messages/staff';
import { VERIFY_WORDS } from '../../../../messages/manage';
import type { ProblemReport } from '@domain/kernel/problem';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';

/** Chains of the audit, each verified on its own. */
export const CHAINS = 16;

export interface VerifyState {
  isRunning: boolean;
  /** Chains that are through. */
  done: number;
  links: number;
  records: number;
  bad: { chain: number; seq: number } | undefined;
  problem: ProblemReport | undefined;
}

export const NOT_VERIFIED: VerifyState = {
  isRunning: false,
  done: 0,
  links: 0,
  records: 0,
  bad: undefined,
  problem: undefined,
};

export interface VerifyView extends FaceView {
  /** idle → running → intact or broken; stopped where a call failed. */
  stage: 'idle' | 'running' | 'intact' | 'broken' | 'stopped';
  icon: string;
  tone: string;
  done: number;
}

export function viewVerify(state: VerifyState): VerifyView {
  const { done, problem } = state;
  const stage = stageOf(state);
  const base = { ...CONTENT, stage, done };
  switch (stage) {
    case 'idle':
      return {
        ...base,
        ...words(VERIFY_WORDS.sentence, '', VERIFY_WORDS.start),
        icon: 'shield',
        tone: 'plain',
      };
    case 'running':
      return {
        ...base,
        ...words(VERIFY_WORDS.running(done + 1, CHAINS), '', ''),
        icon: 'clock',
        tone: 'plain',
      };
    case 'intact':
      return { ...base, ...intact(state), icon: 'done', tone: 'ok' };
    case 'broken':
      return { ...base, ...broken(state), icon: 'alert', tone: 'danger' };
    case 'stopped':
      return { ...base, ...stopped(problem), icon: 'refresh', tone: 'warn' };
  }
}

function stageOf({ isRunning, done, bad, problem }: VerifyState): VerifyView['stage'] {
  if (bad !== undefined) return 'broken';
  if (problem !== undefined) return 'stopped';
  if (isRunning) return 'running';
  return done === CHAINS ? 'intact' : 'idle';
}

type Words = Pick<VerifyView, 'sentence' | 'detail' | 'action'>;

function words(sentence: string, detail: string, action: string): Words {
  return { sentence, detail, action };
}

function intact({ records, links }: VerifyState): Words {
  return words(VERIFY_WORDS.intact, VERIFY_WORDS.intactDetail(records, links), VERIFY_WORDS.again);
}

function broken({ bad = { chain: 0, seq: 0 } }: VerifyState): Words {
  return words(VERIFY_WORDS.broken, VERIFY_WORDS.brokenDetail(bad.chain + 1, bad.seq), VERIFY_WORDS.again);
}

function stopped(problem: ProblemReport | undefined): Words {
  const face = problem === undefined ? CONTENT : faceOf(problem);
  const isDenied = face.face === 'denied';
  return words(
    isDenied ? face.sentence : VERIFY_WORDS.stopped,
    isDenied ? '' : face.sentence,
    isDenied ? face.action : STAFF_WORDS.again,
  );
}
