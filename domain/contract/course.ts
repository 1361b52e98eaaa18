import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { courseTextSchema, QUESTIONS_MAX } from '../course/course';

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

const courseStatsSchema = z.strictObject({
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
  readStats: {
    kind: 'read',
    permission: 'course.stats',
    input: pageInput,
    output: z.strictObject({ courses: z.array(courseStatsSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
});
