/** How a text of the office is typed: parts of fields, each a line of words, until they are put together and handed in. */
import type { Field } from '../../../components/written-form/written-form';
import { OFFICE_PHONE } from '@domain/guide/guide-kind';
import { WRITING_WORDS } from '../../../messages/writing';
import type { Seen } from './seen';

/** What stands in the fields, by their keys. */
export type Typed = Readonly<Record<string, string>>;

export interface Part {
  readonly value: string;
  readonly label: string;
}

/** A field before anything is known of what stands in it. */
export interface Blank {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** Shorter is not written yet; 0 where it may stay empty. */
  readonly least: number;
  readonly lengthMax: number;
  readonly isBox?: boolean;
  readonly options?: readonly Part[];
  /** Of a form that its length does not say; '' where nothing is wrong. */
  readonly problem?: (value: string) => string;
}

export interface Shape<Text> {
  readonly empty: Typed;
  /** None for a text of one piece. */
  parts(typed: Typed): readonly Part[];
  blanks(typed: Typed, part: string): readonly Blank[];
  textOf(typed: Typed): Text;
  typedOf(text: Text): Typed;
  /** As residents see it; of a text in parts, the part at hand. */
  seenOf(typed: Typed, part: string): Seen;
  /** What touching a part does to the text: it may add one. */
  enter?(typed: Typed, part: string): { readonly typed: Typed; readonly part: string };
}

export function phoneProblem(value: string): string {
  return OFFICE_PHONE.test(value.trim()) ? '' : WRITING_WORDS.wrongPhone;
}

function problemOf({ key, least, problem }: Blank, typed: Typed): string {
  const value = (typed[key] ?? '').trim();
  if (value.length < least) return WRITING_WORDS.short;
  return value === '' ? '' : (problem?.(value) ?? '');
}

/** Errors are said once somebody has tried to hand it in. */
export function fieldsOf(
  blanks: readonly Blank[],
  { typed, isTried }: { readonly typed: Typed; readonly isTried: boolean },
): Field[] {
  return blanks.map((blank) => ({
    key: blank.key,
    label: blank.label,
    hint: blank.hint ?? '',
    value: typed[blank.key] ?? '',
    error: isTried ? problemOf(blank, typed) : '',
    lengthMax: blank.lengthMax,
    isBox: blank.isBox ?? false,
    isOptional: blank.least === 0,
    options: blank.options ?? [],
  }));
}

/** The first part that is not written to its end; undefined where all is well. */
export function firstGap<Text>(shape: Shape<Text>, typed: Typed): Part | undefined {
  const parts = shape.parts(typed);
  const all =
    parts.length === 0 ? [{ value: '', label: '' }] : parts.filter(({ value }) => !value.startsWith('add'));
  return all.find(({ value }) => shape.blanks(typed, value).some((blank) => problemOf(blank, typed) !== ''));
}

/** Lines of a box, none of them empty. */
export function linesOf(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
