import type { CourseLine, ShownCourse } from '@domain/contract/course';
import type { CourseText } from '@domain/course/course';
import type { CourseDocument } from '../../repositories/documents';

/** What the lists ask for is shown, so that there is always something. */
function shownOf({ _id, shown }: CourseDocument): CourseText {
  if (shown === undefined) throw new Error(`course ${_id} is listed and has nothing to show`);
  return shown;
}

export function viewLine(course: CourseDocument): CourseLine {
  const { title, intro, minutes, lessons, quiz } = shownOf(course);
  return { id: course._id, title, intro, minutes, lessons: lessons.length, questions: quiz.length };
}

export function viewCourse(course: CourseDocument): ShownCourse {
  return { ...shownOf(course), id: course._id };
}
