/** A course: short lessons and three to five questions, each explained. */
import * as z from '../kernel/zod';
import { DRAWINGS, LESSONS_MAX, QUESTIONS_MAX, QUESTIONS_MIN } from './quiz';

const wordSchema = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

const lessonSchema = z.strictObject({
  title: wordSchema(20),
  text: wordSchema(240),
  drawing: z.optional(z.enum(DRAWINGS)),
  /** Recorded voice of a deployment that has one: an address in its own storage. */
  voice: z.optional(z.string().check(z.regex(/^cloud:\/\/[\w./-]{1,120}$/))),
  /** A film of the office's WeChat channel. */
  video: z.optional(z.strictObject({ channel: wordSchema(40), film: wordSchema(80) })),
});
const questionSchema = z
  .strictObject({
    question: wordSchema(60),
    choices: z.array(wordSchema(24)).check(z.minLength(2), z.maxLength(4)),
    /** Place of the right choice. */
    right: z.int().check(z.minimum(0), z.maximum(3)),
    why: wordSchema(80),
  })
  .check(z.refine(({ choices, right }) => right < choices.length));

export const courseTextSchema = z.strictObject({
  title: z.string().check(z.minLength(2), z.maxLength(24)),
  intro: wordSchema(80),
  minutes: z.int().check(z.minimum(1), z.maximum(60)),
  lessons: z.array(lessonSchema).check(z.minLength(1), z.maxLength(LESSONS_MAX)),
  quiz: z.array(questionSchema).check(z.minLength(QUESTIONS_MIN), z.maxLength(QUESTIONS_MAX)),
});
export type CourseText = z.output<typeof courseTextSchema>;

/** Everything of a course that others read. */
export function wordsOfCourse({ title, intro, lessons, quiz }: CourseText): string {
  const taught = lessons.flatMap((lesson) => [lesson.title, lesson.text]);
  const asked = quiz.flatMap(({ question, choices, why }) => [question, ...choices, why]);
  return [title, intro, ...taught, ...asked].join('\n');
}
