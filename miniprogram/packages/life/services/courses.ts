import type { CourseLine, ShownCourse } from '@domain/contract/course';
import { NOBODY } from '../../../services/client';
import { course } from '../../../services/course';
import { askKeeping, type Kept } from '../../../services/kept-answers';
import { keptShelf, openShelf, type Shelf } from './shelf';

const COURSES = 'courses';
const AS_NOBODY = { actAs: NOBODY };

export function openCourses(): Promise<Shelf<CourseLine>> {
  return openShelf<CourseLine>({
    kind: COURSES,
    ask: async (cursor) => {
      const reply = await course.list(cursor === undefined ? {} : { cursor }, AS_NOBODY);
      return reply.ok ? { ok: true, rows: reply.data.courses, next: reply.data.next } : reply;
    },
  });
}

export function keptCourses(): Promise<Shelf<CourseLine>> {
  return keptShelf<CourseLine>(COURSES);
}

/** A course that was opened once is readable without network. */
export function openCourse(courseId: string): Promise<Kept<ShownCourse>> {
  return askKeeping({ kind: 'course', id: courseId }, course.read({ courseId }, AS_NOBODY));
}
