/** Courses with what each takes, and the own best result where one is kept. */
import type { CourseLine, Progress } from '@domain/contract/course';
import { LEARN_WORDS } from '../../../../messages/learn';
import type { Shelf } from '../../services/shelf';
import { CONTENT_FACE, shelfFace, staleOf, type ShelfFace } from '../../services/shelf-face';

interface Row {
  key: string;
  title: string;
  intro: string;
  effort: string;
  /** The own result in words; empty where there is none. */
  result: string;
  isPassed: boolean;
}

export interface LearnView extends ShelfFace {
  stale: string;
  rows: readonly Row[];
}

const ROWS_MAX = 20;

export function viewLearn(shelf: Shelf<CourseLine>, progress: readonly Progress[]): LearnView {
  return {
    ...(shelf.rows.length > 0 ? CONTENT_FACE : shelfFace(shelf, LEARN_WORDS)),
    stale: staleOf(shelf),
    rows: shelf.rows.slice(0, ROWS_MAX).map((line) => rowOf(line, progress)),
  };
}

function rowOf({ id, title, intro, minutes, questions }: CourseLine, progress: readonly Progress[]): Row {
  const own = progress.find(({ courseId }) => courseId === id);
  const isPassed = own?.passedOn !== undefined;
  const best = own === undefined ? '' : LEARN_WORDS.best(own.best, own.total);
  return {
    key: id,
    title,
    intro,
    effort: LEARN_WORDS.effort(minutes, questions),
    result: isPassed ? `${LEARN_WORDS.passed}，${best}` : best,
    isPassed,
  };
}
