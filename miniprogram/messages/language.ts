/**
 * A language of the household form: one table, keyed like the Chinese one. A key that is missing does not compile; a text of the
 * domain that is missing stays Chinese.
 */
import { DONE_WORDS, ENTRY_WORDS, FORM_WORDS, REVIEW_WORDS, TENANCY_FORM_WORDS } from './census';
import { PART_WORDS } from './parts';
import type { PICK_WORDS } from './pick';

/** The same keys and the same holes, other texts. */
type Spoken<Table> = Table extends string
  ? string
  : Table extends number
    ? number
    : Table extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Key in keyof Table]: Spoken<Table[Key]> };

const CHINESE_WORDS = {
  switchTo: (name: string): string => `换成 ${name}`,
  entry: ENTRY_WORDS,
  form: FORM_WORDS,
  tenancy: TENANCY_FORM_WORDS,
  review: REVIEW_WORDS,
  done: DONE_WORDS,
  parts: PART_WORDS,
};

export type PickWords = Spoken<typeof PICK_WORDS>;

export interface Language {
  /** As the platform writes it: `zh`, `en`. */
  readonly id: string;
  readonly words: Spoken<typeof CHINESE_WORDS>;
  /** Of choosing a door. The Chinese ones stand in the package that shows them. */
  readonly pick?: PickWords;
  /** What the domain says in Chinese: labels of fields and code tables, findings, refusals. */
  readonly say: (chinese: string) => string;
}

export const CHINESE: Language = { id: 'zh', words: CHINESE_WORDS, say: (chinese) => chinese };
