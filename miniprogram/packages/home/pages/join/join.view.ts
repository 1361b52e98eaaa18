/** Somebody filled in the door of this household: who it may be, and what the household says. */
import type { Plate } from '@domain/census/door';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { JOIN_WORDS } from '../../../../messages/household';

export interface JoinAnswer {
  plate: Plate;
  name: string;
  sentOn: string;
  state: 'asked' | 'ours' | 'notOurs' | 'over';
}

export interface JoinView {
  face: 'ask' | 'done' | 'problem' | 'offline';
  compound: string;
  line: string;
  who: string;
  sentence: string;
  detail: string;
  action: string;
  /** Why the answer did not arrive; the question stays. */
  problem: string;
}

const NOTHING = { compound: '', line: '', who: '', sentence: '', detail: '', action: '', problem: '' };

export function viewJoin(answer: JoinAnswer | undefined, problem: ProblemReport | undefined): JoinView {
  if (answer === undefined) return failed(problem);
  const { plate, name, sentOn, state } = answer;
  const place = { ...NOTHING, ...plate };
  if (state === 'asked') {
    const who = JOIN_WORDS.who(name, dayWords(sentOn));
    return { ...place, face: 'ask', who, problem: problem === undefined ? '' : sentenceFor(problem) };
  }
  return {
    ...place,
    face: 'done',
    sentence: JOIN_WORDS.said[state],
    detail: JOIN_WORDS.saidDetail[state],
    action: JOIN_WORDS.home,
  };
}

function failed(problem: ProblemReport | undefined): JoinView {
  if (problem?.code === 'OFFLINE') {
    return { ...NOTHING, face: 'offline', sentence: JOIN_WORDS.offline, action: JOIN_WORDS.again };
  }
  const isGone = problem === undefined || problem.code === 'NOT_FOUND' || problem.code === 'FORBIDDEN';
  const sentence = isGone ? JOIN_WORDS.gone : sentenceFor(problem);
  return { ...NOTHING, face: 'problem', sentence, action: isGone ? JOIN_WORDS.home : JOIN_WORDS.again };
}
