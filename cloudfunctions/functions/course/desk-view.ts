import type { DeskCourse } from '@domain/contract/course';
import type { CourseDocument } from '../../repositories/documents';

/** A course as its writers see it in their list. */
export function viewDesk({ _id, version, state, shown, draft }: CourseDocument): DeskCourse {
  return { id: _id, version, state, title: (draft ?? shown)?.title ?? '', hasDraft: draft !== undefined };
}
