/** A course as it is typed: its head, lessons and questions are parts, of which one is at hand at a time. */
import type { CourseText } from '@domain/course/course';
import { DRAWINGS, LESSONS_MAX, QUESTIONS_MAX, QUESTIONS_MIN } from '@domain/course/quiz';
import { lessonWords } from '../../../messages/lesson';
import { COURSE_EDIT_WORDS, DRAWING_WORDS, WRITING_WORDS } from '../../../messages/writing';
import { NOTHING_SEEN, written, type Seen } from './seen';
import type { Blank, Part, Shape, Typed } from './shape';

type Lesson = CourseText['lessons'][number];
type Question = CourseText['quiz'][number];

const HEAD = 'head';
const ADD_LESSON = 'addLesson';
const ADD_QUESTION = 'addQuestion';
const LETTERS = ['A', 'B', 'C', 'D'];
/** So many choices a question has at least. */
const CHOICES_MIN = 2;
const NO_DRAWING = 'none';
const MINUTES = /^([1-9]|[1-5]\d|60)$/;
const words = COURSE_EDIT_WORDS;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const lessonsIn = (typed: Typed): number => Number(typed['lessons'] ?? '1');
const questionsIn = (typed: Typed): number => Number(typed['questions'] ?? QUESTIONS_MIN);
const at = (typed: Typed, key: string): string => (typed[key] ?? '').trim();

function partsOf(typed: Typed): Part[] {
  const lessons = lessonsIn(typed);
  const questions = questionsIn(typed);
  return [
    { value: HEAD, label: words.head },
    ...upTo(lessons).map((place) => ({ value: `lesson${place}`, label: words.lesson(place + 1) })),
    ...upTo(questions).map((place) => ({ value: `question${place}`, label: words.question(place + 1) })),
    ...(lessons < LESSONS_MAX ? [{ value: ADD_LESSON, label: words.addLesson }] : []),
    ...(questions < QUESTIONS_MAX ? [{ value: ADD_QUESTION, label: words.addQuestion }] : []),
  ];
}

const HEAD_BLANKS: readonly Blank[] = [
  { key: 'title', label: words.title, least: 2, lengthMax: 24 },
  { key: 'intro', label: words.intro, least: 1, lengthMax: 80, isBox: true },
  {
    key: 'minutes',
    label: words.minutes,
    least: 1,
    lengthMax: 2,
    problem: (value) => (MINUTES.test(value) ? '' : WRITING_WORDS.wrongNumber),
  },
];

function lessonBlanks(typed: Typed, part: string): Blank[] {
  const hasFilm = at(typed, `${part}.channel`) !== '';
  const drawings = [NO_DRAWING, ...DRAWINGS] as const;
  return [
    { key: `${part}.title`, label: words.lessonTitle, least: 1, lengthMax: 20 },
    { key: `${part}.text`, label: words.text, hint: words.textHint, least: 1, lengthMax: 240, isBox: true },
    {
      key: `${part}.drawing`,
      label: words.drawing,
      least: 0,
      lengthMax: 0,
      options: drawings.map((value) => ({ value, label: DRAWING_WORDS[value] })),
    },
    { key: `${part}.channel`, label: words.channel, hint: words.channelHint, least: 0, lengthMax: 40 },
    { key: `${part}.film`, label: words.film, least: hasFilm ? 1 : 0, lengthMax: 80 },
  ];
}

/** Choices without a gap between them, so that a place is a choice. */
function choicesOf(typed: Typed, part: string): string[] {
  return LETTERS.map((letter) => at(typed, `${part}.${letter}`)).filter((choice) => choice !== '');
}

function questionBlanks(typed: Typed, part: string): Blank[] {
  return [
    { key: `${part}.question`, label: words.questionText, least: 1, lengthMax: 60 },
    ...LETTERS.map((letter, place) => ({
      key: `${part}.${letter}`,
      label: words.choice(letter),
      least: place < CHOICES_MIN ? 1 : 0,
      lengthMax: 24,
    })),
    {
      key: `${part}.right`,
      label: words.right,
      least: 1,
      lengthMax: 0,
      options: LETTERS.map((letter) => ({ value: letter, label: letter })),
      problem: (letter) => (at(typed, `${part}.${letter}`) === '' ? WRITING_WORDS.short : ''),
    },
    { key: `${part}.why`, label: words.why, hint: words.whyHint, least: 1, lengthMax: 80, isBox: true },
  ];
}

/** A lesson or question beyond what a course needs, with nothing in it: it was begun by mistake and counts for nothing. */
function isSpare(typed: Typed, part: string): boolean {
  const [, kind = '', place = ''] = /^(lesson|question)(\d)$/.exec(part) ?? [];
  const needed = kind === 'lesson' ? 1 : QUESTIONS_MIN;
  const isEmpty = Object.entries(typed).every(
    ([key, value]) => !key.startsWith(`${part}.`) || value.trim() === '' || value === NO_DRAWING,
  );
  return kind !== '' && Number(place) >= needed && isEmpty;
}

function blanksOf(typed: Typed, part: string): readonly Blank[] {
  if (part === HEAD) return HEAD_BLANKS;
  const blanks = part.startsWith('lesson') ? lessonBlanks(typed, part) : questionBlanks(typed, part);
  return isSpare(typed, part) ? blanks.map((blank) => ({ ...blank, least: 0 })) : blanks;
}

function placesOf(typed: Typed, kind: 'lesson' | 'question', count: number): string[] {
  return upTo(count)
    .map((place) => `${kind}${place}`)
    .filter((part) => !isSpare(typed, part));
}

function lessonOf(typed: Typed, part: string): Lesson {
  const drawing = DRAWINGS.find((one) => one === typed[`${part}.drawing`]);
  const voice = at(typed, `${part}.voice`);
  const channel = at(typed, `${part}.channel`);
  return {
    title: at(typed, `${part}.title`),
    text: at(typed, `${part}.text`),
    ...(drawing === undefined ? {} : { drawing }),
    ...(voice === '' ? {} : { voice }),
    ...(channel === '' ? {} : { video: { channel, film: at(typed, `${part}.film`) } }),
  };
}

function questionOf(typed: Typed, part: string): Question {
  const choices = choicesOf(typed, part);
  const right = at(typed, `${part}.${at(typed, `${part}.right`)}`);
  return {
    question: at(typed, `${part}.question`),
    choices,
    right: Math.max(choices.indexOf(right), 0),
    why: at(typed, `${part}.why`),
  };
}

function typedLesson({ title, text, drawing, voice, video }: Lesson, place: number): Typed {
  const part = `lesson${place}`;
  return {
    [`${part}.title`]: title,
    [`${part}.text`]: text,
    [`${part}.drawing`]: drawing ?? NO_DRAWING,
    [`${part}.voice`]: voice ?? '',
    [`${part}.channel`]: video?.channel ?? '',
    [`${part}.film`]: video?.film ?? '',
  };
}

function typedQuestion({ question, choices, right, why }: Question, place: number): Typed {
  const part = `question${place}`;
  const lettered = choices.map((choice, choiceAt) => [`${part}.${LETTERS[choiceAt] ?? ''}`, choice] as const);
  return {
    ...Object.fromEntries(lettered),
    [`${part}.question`]: question,
    [`${part}.right`]: LETTERS[right] ?? '',
    [`${part}.why`]: why,
  };
}

function seenLesson(typed: Typed, place: number): Seen['parts'][number] {
  const { title, text } = lessonOf(typed, `lesson${place}`);
  return {
    key: `lesson${place}`,
    label: lessonWords(place + 1, lessonsIn(typed)),
    lines: [title, text],
  };
}

function seenQuestion(typed: Typed, part: string): Seen['parts'][number] {
  const { question, choices, why } = questionOf(typed, part);
  return { key: part, label: words.question(Number(part.slice(-1)) + 1), lines: [question, ...choices, why] };
}

function seenParts(typed: Typed, part: string): Seen['parts'] {
  if (part.startsWith('question')) return [seenQuestion(typed, part)];
  const [, place] = /^lesson(\d)$/.exec(part) ?? [];
  if (place !== undefined) return [seenLesson(typed, Number(place))];
  return upTo(lessonsIn(typed)).map((one) => seenLesson(typed, one));
}

export const COURSE_SHAPE: Shape<CourseText> = {
  empty: { minutes: '5', lessons: '1', questions: String(QUESTIONS_MIN) },
  parts: partsOf,
  blanks: blanksOf,
  enter(typed, part) {
    const lessons = lessonsIn(typed);
    const questions = questionsIn(typed);
    if (part === ADD_LESSON) {
      return { typed: { ...typed, lessons: String(lessons + 1) }, part: `lesson${lessons}` };
    }
    if (part === ADD_QUESTION) {
      return { typed: { ...typed, questions: String(questions + 1) }, part: `question${questions}` };
    }
    return { typed, part };
  },
  textOf: (typed) => ({
    title: at(typed, 'title'),
    intro: at(typed, 'intro'),
    minutes: Number(at(typed, 'minutes')) || 1,
    lessons: placesOf(typed, 'lesson', lessonsIn(typed)).map((part) => lessonOf(typed, part)),
    quiz: placesOf(typed, 'question', questionsIn(typed)).map((part) => questionOf(typed, part)),
  }),
  typedOf: ({ title, intro, minutes, lessons, quiz }) =>
    Object.assign(
      {
        title,
        intro,
        minutes: String(minutes),
        lessons: String(lessons.length),
        questions: String(quiz.length),
      },
      ...lessons.map(typedLesson),
      ...quiz.map(typedQuestion),
    ) as Typed,
  seenOf(typed, part) {
    const [title, from] = [at(typed, 'title'), at(typed, 'intro')];
    return { ...NOTHING_SEEN, title, from, parts: written(seenParts(typed, part)) };
  },
};
