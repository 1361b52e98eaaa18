/**
 * What a page does on which the office writes texts of one kind: it lists them, opens one, keeps what is typed on the phone, shows it
 * as residents will see it, and hands it in. Guides, offices and courses differ in their shape and in whom they ask.
 */
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { WRITING_WORDS } from '../../../messages/writing';
import type { ChangeOptions } from '../../../services/client';
import { changedPaths } from '../../../services/changed-paths';
import { scrollToPlace } from '../../../services/scroll';
import { showView } from '../../../services/show-view';
import { changeOnce } from '../../../services/single-change';
import { deniedFace, faceOf, openStaffPage } from '../../../services/staff-page';
import { writeStored } from '../../../services/storage';
import { whileWaiting } from '../../../services/waiting';
import { firstGap, type Shape, type Typed } from './shape';
import { hasPanes } from './seen';
import { dropTyping, keepTyping, keptTyping } from './typing';
import {
  NOTHING_AT_HAND,
  seenOf,
  viewWriting,
  type ListWords,
  type Written,
  type WritingState,
  type WritingView,
} from './writing.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
/** Where residents' pages look for what is not released yet; they are asked to by `preview=1`. */
const PREVIEW_KEY = 'preview';
const AT_HAND = '.writing__at-hand';

type Refusal = Pick<ProblemReport, 'code' | 'details'>;
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: Refusal };

interface Which {
  readonly id: string | undefined;
  readonly version: number;
}

/** Texts of one kind, and whom they are asked of. */
export interface WritingShelf<Text> {
  readonly name: string;
  readonly shape: Shape<Text>;
  readonly words: ListWords;
  /** The page on which residents read one. */
  readonly previewUrl: string;
  list(cursor: string | undefined): Promise<Answer<{ rows: readonly Written[]; next: string | undefined }>>;
  read(id: string): Promise<Answer<Text>>;
  /** The list brings the texts themselves: to read one costs no call. */
  readonly isWhole: boolean;
  save(text: Text, which: Which, options: ChangeOptions): Promise<Answer<{ id: string; version: number }>>;
  withdraw(which: { id: string; version: number }, options: ChangeOptions): Promise<Answer<unknown>>;
  /** Undefined where nobody counts. */
  figures: ((id: string) => Promise<Answer<string>>) | undefined;
}

export interface WritingPage {
  shown: WritingView | null;
  data: { waiting: boolean; isBusy: boolean };
  setData(paths: Record<string, unknown>): void;
}

const QUIET = { notice: '', wrong: '', isSaved: false };

export class Writing<Text> {
  private state: WritingState = NOTHING_AT_HAND;

  constructor(
    private readonly page: WritingPage,
    private readonly shelf: WritingShelf<Text>,
  ) {}

  /** Asks once whether the seat may write at all. */
  async begin(): Promise<void> {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this.page, { ...this.view(), ...deniedFace(ROLES) });
    else await whileWaiting(this.page, this.open());
  }

  async open(more: Record<string, unknown> = QUIET): Promise<void> {
    const reply = await this.shelf.list(undefined);
    if (!reply.ok) {
      showView(this.page, { ...this.view(), ...faceOf(reply.problem) }, more);
      return;
    }
    const first = await this.firstOf(reply.data.rows);
    this.change({ ...reply.data, first }, more);
  }

  /** Where there is room beside the list, its first stands there until one is chosen, if it is at hand. */
  private async firstOf([row]: readonly Written[]): Promise<WritingState['first']> {
    const isSeen = this.shelf.isWhole && this.state.chosenId === undefined && hasPanes();
    if (row === undefined || !isSeen) return undefined;
    const reply = await this.shelf.read(row.id);
    return reply.ok ? { id: row.id, typed: this.shelf.shape.typedOf(reply.data) } : undefined;
  }

  async chooseFirst(): Promise<void> {
    const { first } = this.state;
    if (first !== undefined) await this.choose(first.id);
  }

  async more(): Promise<void> {
    const { next, rows } = this.state;
    if (next === undefined) return;
    const reply = await this.shelf.list(next);
    if (reply.ok) this.change({ rows: [...rows, ...reply.data.rows], next: reply.data.next });
  }

  async write(): Promise<void> {
    const { empty } = this.shelf.shape;
    await this.show('', empty);
  }

  async choose(id: string): Promise<void> {
    const reply = await this.shelf.read(id);
    if (reply.ok) await this.show(id, this.shelf.shape.typedOf(reply.data));
    else this.page.setData({ notice: sentenceFor(reply.problem) });
  }

  /** What was left unfinished goes before what the cloud has. */
  private async show(chosenId: string, written: Typed): Promise<void> {
    const kept = await keptTyping(this.keyOf(chosenId), written);
    const typed = kept ?? written;
    const part = this.shelf.shape.parts(typed)[0]?.value ?? '';
    const rest = { isTried: false, isKept: kept !== undefined, figures: '' };
    this.change({ chosenId, typed, part, ...rest }, QUIET);
    scrollToPlace(AT_HAND);
  }

  enter(part: string): void {
    const { shape } = this.shelf;
    this.change(shape.enter?.(this.state.typed, part) ?? { part });
    scrollToPlace(AT_HAND);
  }

  /** A field keeps what is typed, so only a touched tile is drawn again. */
  type(key: string, value: string): void {
    const { chosenId, typed } = this.state;
    if (chosenId === undefined) return;
    this.state = { ...this.state, typed: { ...typed, [key]: value } };
    void keepTyping(this.keyOf(chosenId), this.state.typed);
    const field = this.page.shown?.form.fields.find((one) => one.key === key);
    if (field !== undefined && field.options.length > 0) this.change({});
    else if (hasPanes()) this.seeTyped();
  }

  private seeTyped(): void {
    const { page } = this;
    if (page.shown === null) return;
    const seen = seenOf(this.state, this.shelf.shape);
    page.setData(changedPaths('view.seen', page.shown.seen, seen));
    page.shown = { ...page.shown, seen };
  }

  async figures(): Promise<void> {
    const { chosenId = '' } = this.state;
    const reply = await this.shelf.figures?.(chosenId);
    if (reply !== undefined) {
      this.change({ figures: reply.ok ? reply.data : sentenceFor(reply.problem) });
    }
  }

  async preview(): Promise<void> {
    await writeStored(PREVIEW_KEY, { id: PREVIEW_KEY, ...this.shelf.shape.textOf(this.state.typed) });
    void wx.navigateTo({ url: `${this.shelf.previewUrl}?preview=1` });
  }

  async send(): Promise<void> {
    const { typed, chosenId } = this.state;
    if (chosenId === undefined || this.page.data.isBusy) return;
    const gap = firstGap(this.shelf.shape, typed);
    if (gap !== undefined) {
      const wrong = gap.label === '' ? WRITING_WORDS.gaps : WRITING_WORDS.gapsIn(gap.label);
      this.change({ isTried: true, part: gap.value }, { ...QUIET, wrong });
      return;
    }
    this.page.setData({ isBusy: true, ...QUIET });
    const which = this.which();
    const input = { ...which, text: this.shelf.shape.textOf(typed) };
    const reply = await changeOnce({ name: `save ${this.shelf.name}`, input }, ({ text }, options) =>
      this.shelf.save(text, which, options),
    );
    if (!reply.ok) {
      await this.refused(reply.problem);
      return;
    }
    await dropTyping(this.keyOf(chosenId));
    await this.close({ notice: WRITING_WORDS.saved, isSaved: true });
  }

  async withdraw(): Promise<void> {
    const { id, version } = this.which();
    if (id === undefined || this.page.data.isBusy) return;
    this.page.setData({ isBusy: true, ...QUIET });
    const reply = await changeOnce(
      { name: `withdraw ${this.shelf.name}`, input: { id, version } },
      (input, options) => this.shelf.withdraw(input, options),
    );
    if (reply.ok) await this.close({ notice: WRITING_WORDS.withdrawn });
    else await this.refused(reply.problem);
  }

  private which(): Which {
    const { chosenId, rows } = this.state;
    const chosen = rows.find(({ id }) => id === chosenId);
    return { id: chosen?.id, version: chosen?.version ?? 0 };
  }

  private async close(more: Record<string, unknown>): Promise<void> {
    this.state = { ...this.state, chosenId: undefined, typed: {}, part: '' };
    await this.open({ ...QUIET, isBusy: false, ...more });
    scrollToPlace(AT_HAND);
  }

  /** What is typed stays; where somebody else was quicker the list is read anew, so that the next try counts from there. */
  private async refused(problem: Refusal): Promise<void> {
    const more = { ...QUIET, isBusy: false, wrong: sentenceFor(problem) };
    if (problem.code === 'STALE_VERSION') await this.open(more);
    else this.page.setData(more);
  }

  private keyOf(chosenId: string): string {
    return `${this.shelf.name}:${chosenId}`;
  }

  private view(): WritingView {
    return viewWriting(this.state, this.shelf);
  }

  private change(change: Partial<WritingState>, more: Record<string, unknown> = {}): void {
    this.state = { ...this.state, ...change };
    showView(this.page, this.view(), more);
  }
}
