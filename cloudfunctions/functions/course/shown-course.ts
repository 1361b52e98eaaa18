import { Problem } from '@domain/kernel/problem';
import type { Reader } from '../../kernel/store';
import type { CourseDocument } from '../../repositories/documents';
import { findPublication } from '../../repositories/publications';

/** A course that everybody may read. Throws NOT_FOUND for a draft or one that was taken down, as for none. */
export async function findShownCourse(store: Reader, courseId: string): Promise<CourseDocument> {
  const course = await findPublication(store, 'courses', courseId);
  if (course?.state !== 'shown') throw new Problem('NOT_FOUND');
  return course;
}
