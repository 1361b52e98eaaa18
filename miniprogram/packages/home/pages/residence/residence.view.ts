/** Where each member of the own household lives and is registered. */
import { plateWords } from '@domain/area/plate';
import { ageBandTable, relationWords } from '@domain/codes/tables';
import type { Plate } from '@domain/census/door';
import type { MemberResidence } from '@domain/contract/household';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { ASKED_WORDS, RESIDENCE_WORDS } from '../../../../messages/tenancy';
import { problemFace } from '../../problem-face';

export interface Residences {
  plate: Plate;
  version: number;
  members: MemberResidence[];
}

interface MemberCard {
  key: string;
  who: string;
  where: string;
  since: string;
  /** Somebody who does not live here is registered here or nowhere: nothing can be moved. */
  canMove: boolean;
}

export interface ResidenceView {
  face: 'content' | 'empty' | 'offline' | 'problem' | 'done';
  sentence: string;
  detail: string;
  action: string;
  compound: string;
  line: string;
  members: readonly MemberCard[];
}

const NOTHING: ResidenceView = {
  face: 'content',
  sentence: '',
  detail: '',
  action: '',
  compound: '',
  line: '',
  members: [],
};

function whereOf({ hukouHere, registered }: MemberResidence): string {
  if (registered !== undefined) {
    const { plate, from } = registered;
    return RESIDENCE_WORDS.at(plateWords(plate), dayWords(from));
  }
  return hukouHere ? RESIDENCE_WORDS.here : RESIDENCE_WORDS.outside;
}

function viewMember(member: MemberResidence): MemberCard {
  const { key, name, relation, ageBand, livesHere, since } = member;
  const who = [relationWords(relation), name, ageBandTable.labelOf(ageBand)];
  return {
    key,
    who: who.filter((word) => word !== '').join(' · '),
    where: livesHere ? whereOf(member) : `${RESIDENCE_WORDS.away}，${whereOf(member)}`,
    since: since === undefined || !livesHere ? '' : RESIDENCE_WORDS.since(dayWords(since)),
    canMove: livesHere,
  };
}

export function viewResidences({ plate, members }: Residences): ResidenceView {
  return { ...NOTHING, ...plate, members: members.map(viewMember) };
}

export function viewNoHome(): ResidenceView {
  const { empty, emptyDetail, toEntry } = RESIDENCE_WORDS;
  return { ...NOTHING, face: 'empty', sentence: empty, detail: emptyDetail, action: toEntry };
}

export function viewMovedOut(): ResidenceView {
  const { movedOut, movedOutDetail } = RESIDENCE_WORDS;
  return { ...NOTHING, face: 'done', sentence: movedOut, detail: movedOutDetail, action: ASKED_WORDS.toHome };
}

export function viewProblem(problem: Pick<ProblemReport, 'code' | 'details'>): ResidenceView {
  return { ...NOTHING, ...problemFace(problem, ASKED_WORDS) };
}
