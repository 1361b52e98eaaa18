import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { courseTextSchema } from '../course/course';
import { QUESTIONS_MAX } from '../course/quiz';
import { PUBLICATION_STATES } from '../publication/publication-state';

const courseLineSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  intro: z.string(),
  minutes: z.int(),
  lessons: z.int(),
  questions: z.int(),
});
export type CourseLine = z.output<typeof courseLineSchema>;

const shownCourseSchema = z.strictObject({ ...courseTextSchema.shape, id: idSchema });
export type ShownCourse = z.output<typeof shownCourseSchema>;

const progressSchema = z.strictObject({
  courseId: idSchema,
  best: z.int(),
  total: z.int(),
  passedOn: z.optional(daySchema),
});
export type Progress = z.output<typeof progressSchema>;

const deskCourseSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(PUBLICATION_STATES),
  title: z.string(),
  hasDraft: z.boolean(),
});
export type DeskCourse = z.output<typeof deskCourseSchema>;

const courseStatsSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  /** People who took the quiz, and who passed it; absent below ten. */
  taken: z.optional(z.int()),
  passed: z.optional(z.int()),
});
export type CourseStats = z.output<typeof courseStatsSchema>;

const pageInput = z.strictObject({ cursor: z.optional(cursorSchema) });

export const courseContract = defineContract({
  list: {
    kind: 'read',
    permission: 'course.read',
    input: pageInput,
    output: z.strictObject({ courses: z.array(courseLineSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Lessons, questions and explanations: whoever is bound to nothing has the quiz checked on the phone. */
  read: {
    kind: 'read',
    permission: 'course.read',
    input: z.strictObject({ courseId: idSchema }),
    output: shownCourseSchema,
    problems: ['NOT_FOUND'],
  },
  /** Keeps the best result of each person; a worse one changes nothing. */
  submitQuiz: {
    kind: 'change',
    permission: 'course.submitQuiz',
    input: z.strictObject({
      courseId: idSchema,
      answers: z.array(z.int().check(z.minimum(-1), z.maximum(3))).check(z.maxLength(QUESTIONS_MAX)),
    }),
    output: z.strictObject({
      right: z.int(),
      total: z.int(),
      best: z.int(),
      isPassed: z.boolean(),
      wrong: z.array(z.int()),
      passedOn: z.optional(daySchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The caller's own best results. */
  listProgress: {
    kind: 'read',
    permission: 'course.progress',
    input: z.strictObject({}),
    output: z.strictObject({ courses: z.array(progressSchema) }),
    problems: [],
  },
  listDesk: {
    kind: 'read',
    permission: 'course.edit',
    input: pageInput,
    output: z.strictObject({ courses: z.array(deskCourseSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** The newest text of a course that the caller writes: the draft where there is one. */
  readDesk: {
    kind: 'read',
    permission: 'course.edit',
    input: z.strictObject({ courseId: idSchema }),
    output: z.strictObject({ ...deskCourseSchema.shape, text: courseTextSchema }),
    problems: ['NOT_FOUND'],
  },
  save: {
    kind: 'change',
    permission: 'course.edit',
    input: z.strictObject({
      courseId: z.optional(idSchema),
      version: z.int().check(z.minimum(0)),
      text: courseTextSchema,
    }),
    output: z.strictObject({ courseId: idSchema, version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  withdraw: {
    kind: 'change',
    permission: 'course.edit',
    input: z.strictObject({ courseId: idSchema, version: z.int() }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  readStats: {
    kind: 'read',
    permission: 'course.stats',
    input: pageInput,
    output: z.strictObject({ courses: z.array(courseStatsSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
});
