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

type Lesson = CourseText['lessons'][number];
type Question = CourseText['quiz'][number];

const BESIDE = { video: '还有：视频号里的一段片子', voice: '还有：朗读的录音' } as const;

function wordsOfLesson({ title, text, video, voice }: Lesson): string[] {
  const beside = [
    ...(video === undefined ? [] : [BESIDE.video]),
    ...(voice === undefined ? [] : [BESIDE.voice]),
  ];
  return ['', `这一节：${title}`, `正文：${text}`, ...beside];
}

function wordsOfQuestion({ question, choices, right, why }: Question): string[] {
  const answers = choices.map((choice, place) => `${place === right ? '对的' : '不对的'}：${choice}`);
  return ['', `小题：${question}`, ...answers, `为什么：${why}`];
}

/**
 * Everything of a course that others read, and what its release is decided on. Each line says what it is, without digits that might
 * join those of the text, and a lesson or question is parted from the one before.
 */
export function wordsOfCourse({ title, intro, lessons, quiz }: CourseText): string {
  return [
    title,
    `学什么：${intro}`,
    ...lessons.flatMap(wordsOfLesson),
    ...quiz.flatMap(wordsOfQuestion),
  ].join('\n');
}
