import type { BuildingNote } from '@domain/contract/offline-record';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { refusedInNote } from '@domain/register/plain-note';
import { KNOCK_WORDS, NOTE_WORDS } from '../../../../messages/visit';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { outboxEntries } from '../../../../services/outbox';
import { isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import { onOutboxChange } from '../../../../services/outbox-news';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, openStaffPage, type FaceView, goFrom, CONTENT } from '../../../../services/staff-page';
import { visit } from '../../../../services/visit';
import { whileWaiting } from '../../../../services/waiting';
import { noteIn, writeNote } from '../../services/door-records';
import { packOfUnit } from '../../services/route-pack';
import { viewNotes, type NotesView } from './notes.view';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA'];
const LENGTH_MIN = 2;
const CLOSED = { asked: '', isBusy: false };
type View = NotesView & FaceView;

Page({
  data: {
    look: FIRST_LOOK,
    words: NOTE_WORDS,
    waiting: false,
    text: '',
    problem: '',
    notice: '',
    /** The note that is asked about, in its own words. */
    ...CLOSED,
    view: null as View | null,
  },

  shown: null as View | null,
  typed: '',
  unitId: '',
  label: '',
  noteId: '',
  notes: undefined as BuildingNote[] | undefined,
  /** What the cloud had taken before it was last asked: its answer holds that. */
  taken: [] as readonly string[],
  stop: undefined as (() => void) | undefined,

  async onLoad({ unit = '', label = '' }: Record<string, string | undefined>) {
    this.unitId = unit;
    this.label = decodeURIComponent(label);
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewNotes([], []), ...deniedFace(ROLES) });
      return;
    }
    this.stop = onOutboxChange((changed) => void this.follow(changed));
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.stop?.();
  },

  async open() {
    const { unitId } = this;
    const taken = (await this.written()).filter((entry) => !isUnsent(entry));
    const reply = await visit.listNotes({ unitId });
    if (reply.ok) {
      this.notes = reply.data.notes;
      this.taken = taken.map(({ opId }) => opId);
    }
    this.notes ??= (await packOfUnit(unitId))?.notes ?? [];
    await this.draw();
  },

  /** A note that has just arrived is asked for: only as the cloud has it can it be taken away again. */
  async follow(changed: readonly OutboxEntry[]) {
    const isTaken = changed.some((entry) => this.isHere(entry) && entry.state === 'saved');
    await (isTaken ? this.open() : this.draw());
  },

  isHere(entry: OutboxEntry): boolean {
    return entry.group === `unit:${this.unitId}` && noteIn(entry) !== undefined;
  },

  async written(): Promise<OutboxEntry[]> {
    return (await outboxEntries()).filter((entry) => this.isHere(entry));
  },

  async draw(more: Record<string, unknown> = {}) {
    const entries = (await this.written()).filter(({ opId }) => !this.taken.includes(opId));
    showView(this, { ...viewNotes(this.notes ?? [], entries), ...CONTENT }, more);
  },

  onType({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.typed = detail.value;
  },

  async onSave() {
    const text = this.typed.trim();
    const problem = text.length < LENGTH_MIN ? NOTE_WORDS.short : refusedInNote(text);
    if (problem !== undefined) {
      this.setData({ problem, notice: '' });
      return;
    }
    const pack = (await packOfUnit(this.unitId))?.pack;
    const place = { unitId: this.unitId, label: this.label, pack };
    try {
      await writeNote(place, text);
    } catch {
      // Nothing was kept; the words still stand in the field.
      this.setData({ problem: KNOCK_WORDS.full, notice: '' });
      return;
    }
    this.typed = '';
    // The field keeps what is typed; it is emptied by a value that changes.
    this.setData({ text });
    await this.draw({ text: '', problem: '', notice: NOTE_WORDS.saved });
  },

  onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
    this.noteId = currentTarget.dataset.key;
    const note = this.notes?.find(({ id }) => id === this.noteId);
    this.setData({ asked: note?.text ?? '', problem: '', notice: '' });
  },

  onKeep() {
    this.setData(CLOSED);
  },

  /** Its text is gone from the cloud with it, for everybody. */
  async onRemoved() {
    const { noteId } = this;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const reply = await changeOnce({ name: 'removeNote', input: { noteId } }, visit.removeNote);
    // What somebody else took away meanwhile is gone all the same.
    const isGone = reply.ok || reply.problem.code === 'NOT_FOUND';
    if (isGone) this.notes = this.notes?.filter(({ id }) => id !== noteId);
    const said = isGone ? { notice: NOTE_WORDS.removed } : { problem: sentenceFor(reply.problem) };
    await this.draw({ ...CLOSED, ...said });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void this.open());
  },
});
