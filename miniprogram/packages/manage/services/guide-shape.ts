/** A guide and an office as they are typed. */
import { BODIES, BODY_WORDS, type Body } from '@domain/guide/body';
import type { DirectoryText } from '@domain/guide/directory';
import type { GuideText } from '@domain/guide/guide';
import { GUIDE_KIND_WORDS, GUIDE_KINDS, type GuideKind } from '@domain/guide/guide-kind';
import { dialWords, guideParts, officeLines } from '../../../messages/guide-parts';
import { GUIDE_EDIT_WORDS, OFFICE_EDIT_WORDS } from '../../../messages/writing';
import { NOTHING_SEEN, written } from './seen';
import { linesOf, phoneProblem, type Blank, type Shape, type Typed } from './shape';

const PAPERS_MAX = 400;

function trimmed(typed: Typed, key: string): string {
  return (typed[key] ?? '').trim();
}

const GUIDE_BLANKS: readonly Blank[] = [
  {
    key: 'kind',
    label: GUIDE_EDIT_WORDS.kind,
    least: 1,
    lengthMax: 0,
    options: GUIDE_KINDS.map((value) => ({ value, label: GUIDE_KIND_WORDS[value] })),
  },
  { key: 'title', label: GUIDE_EDIT_WORDS.title, hint: GUIDE_EDIT_WORDS.titleHint, least: 2, lengthMax: 24 },
  { key: 'who', label: GUIDE_EDIT_WORDS.who, least: 2, lengthMax: 120, isBox: true },
  {
    key: 'papers',
    label: GUIDE_EDIT_WORDS.papers,
    hint: GUIDE_EDIT_WORDS.papersHint,
    least: 0,
    lengthMax: PAPERS_MAX,
    isBox: true,
  },
  { key: 'where', label: GUIDE_EDIT_WORDS.where, least: 2, lengthMax: 80 },
  { key: 'hours', label: GUIDE_EDIT_WORDS.hours, least: 2, lengthMax: 60 },
  { key: 'phone', label: GUIDE_EDIT_WORDS.phone, least: 1, lengthMax: 20, problem: phoneProblem },
  { key: 'note', label: GUIDE_EDIT_WORDS.note, least: 0, lengthMax: 120, isBox: true },
  {
    key: 'keywords',
    label: GUIDE_EDIT_WORDS.keywords,
    hint: GUIDE_EDIT_WORDS.keywordsHint,
    least: 0,
    lengthMax: 70,
  },
];

function guideOf(typed: Typed): GuideText {
  return {
    kind: trimmed(typed, 'kind') as GuideKind,
    title: trimmed(typed, 'title'),
    who: trimmed(typed, 'who'),
    papers: linesOf(typed['papers']),
    where: trimmed(typed, 'where'),
    hours: trimmed(typed, 'hours'),
    phone: trimmed(typed, 'phone'),
    note: trimmed(typed, 'note'),
    keywords: linesOf(typed['keywords']?.replace(/[\s、，,]+/g, '\n')),
  };
}

export const GUIDE_SHAPE: Shape<GuideText> = {
  empty: { kind: 'home' },
  parts: () => [],
  blanks: () => GUIDE_BLANKS,
  textOf: guideOf,
  typedOf: ({ papers, keywords, ...lines }) => ({
    ...lines,
    papers: papers.join('\n'),
    keywords: keywords.join(' '),
  }),
  seenOf(typed) {
    const guide = guideOf(typed);
    const foot = guide.phone === '' ? '' : dialWords(guide.phone);
    return { ...NOTHING_SEEN, title: guide.title, parts: written(guideParts(guide)), foot };
  },
};

const OFFICE_BLANKS: readonly Blank[] = [
  {
    key: 'body',
    label: OFFICE_EDIT_WORDS.body,
    least: 1,
    lengthMax: 0,
    options: BODIES.map((value) => ({ value, label: BODY_WORDS[value] })),
  },
  { key: 'name', label: OFFICE_EDIT_WORDS.name, least: 2, lengthMax: 30 },
  {
    key: 'seats',
    label: OFFICE_EDIT_WORDS.seats,
    hint: OFFICE_EDIT_WORDS.seatsHint,
    least: 1,
    lengthMax: 40,
  },
  { key: 'where', label: OFFICE_EDIT_WORDS.where, least: 2, lengthMax: 60 },
  { key: 'hours', label: OFFICE_EDIT_WORDS.hours, least: 2, lengthMax: 60 },
  { key: 'phone', label: OFFICE_EDIT_WORDS.phone, least: 1, lengthMax: 20, problem: phoneProblem },
];

function officeOf(typed: Typed): DirectoryText {
  return {
    body: trimmed(typed, 'body') as Body,
    name: trimmed(typed, 'name'),
    seats: trimmed(typed, 'seats'),
    where: trimmed(typed, 'where'),
    hours: trimmed(typed, 'hours'),
    phone: trimmed(typed, 'phone'),
  };
}

export const OFFICE_SHAPE: Shape<DirectoryText> = {
  empty: { body: 'committee' },
  parts: () => [],
  blanks: () => OFFICE_BLANKS,
  textOf: officeOf,
  typedOf: (text) => ({ ...text }),
  seenOf(typed) {
    const office = officeOf(typed);
    const { name, body, phone } = office;
    const parts = officeLines(office).map(({ value, ...line }) => ({ ...line, lines: [value] }));
    const foot = phone === '' ? '' : dialWords(phone);
    return { ...NOTHING_SEEN, title: name, from: BODY_WORDS[body], parts: written(parts), foot };
  },
};
