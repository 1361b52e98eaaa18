/** Whom guides, offices and courses are asked of by those who write them. */
import type { CourseText } from '@domain/course/course';
import type { DirectoryText } from '@domain/guide/directory';
import type { GuideText } from '@domain/guide/guide';
import type { PublicationState } from '@domain/publication/publication-state';
import {
  COURSE_EDIT_WORDS,
  GUIDE_EDIT_WORDS,
  OFFICE_EDIT_WORDS,
  WRITING_WORDS,
} from '../../../messages/writing';
import { course } from '../../../services/course';
import { guide } from '../../../services/guide';
import { COURSE_SHAPE } from './course-shape';
import { GUIDE_SHAPE, OFFICE_SHAPE } from './guide-shape';
import { Writing, type Answer, type WritingPage, type WritingShelf } from './writing';
import type { Written } from './writing.view';

const LIFE = '/packages/life/pages';
const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** A text as the list of its kind gives it: whole. */
interface Whole<Text> {
  readonly id: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly community: string;
  readonly shown?: Text | undefined;
  readonly draft?: Text | undefined;
}

const newest = <Text>({ draft, shown }: Whole<Text>): Text | undefined => draft ?? shown;

function writtenOf<Text>(one: Whole<Text>, title: string): Written {
  const { id, version, state, community, draft } = one;
  const detail = community === '' ? WRITING_WORDS.street : community;
  return { id, version, state, title, detail, hasDraft: draft !== undefined };
}

/** What the list gave whole needs no asking. */
function readFrom<Text>(known: ReadonlyMap<string, Text>, id: string): Promise<Answer<Text>> {
  const text = known.get(id);
  return Promise.resolve(
    text === undefined
      ? { ok: false, problem: { code: 'NOT_FOUND', details: {} } }
      : { ok: true, data: text },
  );
}

function guideShelf(): WritingShelf<GuideText> {
  const known = new Map<string, GuideText>();
  return {
    name: 'guide',
    shape: GUIDE_SHAPE,
    words: GUIDE_EDIT_WORDS,
    previewUrl: `${LIFE}/service-detail/service-detail`,
    async list(cursor) {
      const reply = await guide.listDesk(from(cursor));
      if (!reply.ok) return reply;
      const { guides, next } = reply.data;
      for (const one of guides) known.set(one.id, newest(one) as GuideText);
      return {
        ok: true,
        data: { rows: guides.map((one) => writtenOf(one, newest(one)?.title ?? '')), next },
      };
    },
    read: (id) => readFrom(known, id),
    isWhole: true,
    async save(text, { id, version }, options) {
      const which = id === undefined ? {} : { guideId: id };
      const reply = await guide.save({ ...which, version, text }, options);
      return reply.ok ? { ok: true, data: { id: reply.data.guideId, version: reply.data.version } } : reply;
    },
    withdraw: ({ id, version }, options) => guide.withdraw({ guideId: id, version }, options),
    async figures(id) {
      const reply = await guide.readStats({});
      if (!reply.ok) return reply;
      const { ratings, average = 0 } = reply.data.guides.find((one) => one.id === id) ?? {};
      const words = GUIDE_EDIT_WORDS;
      return { ok: true, data: ratings === undefined ? words.few : words.rated(ratings, average) };
    },
  };
}

function officeShelf(): WritingShelf<DirectoryText> {
  const known = new Map<string, DirectoryText>();
  return {
    name: 'office',
    shape: OFFICE_SHAPE,
    words: { ...OFFICE_EDIT_WORDS, figures: '' },
    previewUrl: `${LIFE}/directory/directory`,
    async list(cursor) {
      const reply = await guide.listOffices(from(cursor));
      if (!reply.ok) return reply;
      const { offices, next } = reply.data;
      for (const one of offices) known.set(one.id, newest(one) as DirectoryText);
      return {
        ok: true,
        data: { rows: offices.map((one) => writtenOf(one, newest(one)?.name ?? '')), next },
      };
    },
    read: (id) => readFrom(known, id),
    isWhole: true,
    async save(text, { id, version }, options) {
      const which = id === undefined ? {} : { officeId: id };
      const reply = await guide.saveOffice({ ...which, version, text }, options);
      return reply.ok ? { ok: true, data: { id: reply.data.officeId, version: reply.data.version } } : reply;
    },
    withdraw: ({ id, version }, options) => guide.withdrawOffice({ officeId: id, version }, options),
    figures: undefined,
  };
}

function courseShelf(): WritingShelf<CourseText> {
  const people = (count: number | undefined): string =>
    count === undefined ? COURSE_EDIT_WORDS.few : COURSE_EDIT_WORDS.people(count);
  return {
    name: 'course',
    shape: COURSE_SHAPE,
    words: COURSE_EDIT_WORDS,
    previewUrl: `${LIFE}/learn-detail/learn-detail`,
    async list(cursor) {
      const reply = await course.listDesk(from(cursor));
      if (!reply.ok) return reply;
      const { courses, next } = reply.data;
      return { ok: true, data: { rows: courses.map((one) => ({ ...one, detail: '' })), next } };
    },
    isWhole: false,
    async read(id) {
      const reply = await course.readDesk({ courseId: id });
      return reply.ok ? { ok: true, data: reply.data.text } : reply;
    },
    async save(text, { id, version }, options) {
      const which = id === undefined ? {} : { courseId: id };
      const reply = await course.save({ ...which, version, text }, options);
      return reply.ok ? { ok: true, data: { id: reply.data.courseId, version: reply.data.version } } : reply;
    },
    withdraw: ({ id, version }, options) => course.withdraw({ courseId: id, version }, options),
    async figures(id) {
      const reply = await course.readStats({});
      if (!reply.ok) return reply;
      const { taken, passed } = reply.data.courses.find((one) => one.id === id) ?? {};
      return { ok: true, data: COURSE_EDIT_WORDS.taken(people(taken), people(passed)) };
    },
  };
}

/** What may stand at hand on a page, each under the name that its address gives. */
const SHELVES = {
  guides: (page: WritingPage) => new Writing(page, guideShelf()),
  directory: (page: WritingPage) => new Writing(page, officeShelf()),
  courses: (page: WritingPage) => new Writing(page, courseShelf()),
};
export type ShelfName = keyof typeof SHELVES;
export type OpenShelf = ReturnType<(typeof SHELVES)[ShelfName]>;

/** Guides where the address names nothing that there is. */
export function shelfNamed(name?: string): ShelfName {
  return (Object.keys(SHELVES) as ShelfName[]).find((one) => one === name) ?? 'guides';
}

export function openShelf(page: WritingPage, name: ShelfName): OpenShelf {
  return SHELVES[name](page);
}
