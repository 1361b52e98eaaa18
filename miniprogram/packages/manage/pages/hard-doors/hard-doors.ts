import { dayOf } from '@domain/kernel/day';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { HARD_DOORS_WORDS } from '../../../../messages/tactic';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { trueNow } from '../../../../services/clock';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { tactic } from '../../../../services/tactic';
import { whileWaiting } from '../../../../services/waiting';
import {
  choosable,
  firstWorker,
  ROWS_A_PAGE,
  viewHardDoors,
  type HardDoorsAnswer,
  type HardDoorsState,
  type HardDoorsView,
} from './hard-doors.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
const NOTHING_KEPT: Kept<HardDoorsAnswer> = { data: undefined, at: 0, problem: undefined };
const NOTHING: HardDoorsState = { kept: NOTHING_KEPT, rowsShown: ROWS_A_PAGE, worker: -1, chosen: new Set() };
const DUE_TILES = Object.entries(HARD_DOORS_WORDS.dueDays).map(([value, label]) => ({ value, label }));
const DUE_FIRST = '3';
/** Shanghai has days of one length; with a library for days here, every start would load it. */
const DAY_MS = 86_400_000;
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: HARD_DOORS_WORDS,
    dueTiles: DUE_TILES,
    due: DUE_FIRST,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as HardDoorsView | null,
  },

  shown: null as HardDoorsView | null,
  state: NOTHING,
  area: '',

  async onLoad({ area = '' }: Record<string, string | undefined>) {
    this.area = area;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewHardDoors(this.state), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** Everything that the likeliest worker can be sent to is chosen from the start: one touch gives it. */
  async open(more: Record<string, unknown> = {}) {
    const asking = tactic.listHardDoors({ areaId: this.area });
    const kept = await askKeeping<HardDoorsAnswer>({ kind: 'hardDoors', id: this.area }, asking);
    const worker = kept.data === undefined ? -1 : firstWorker(kept.data);
    this.show({ kept, ...chosenFor(kept, worker) }, more);
  },

  show(change: Partial<HardDoorsState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewHardDoors(this.state), more);
  },

  onWorker({ detail }: Choose) {
    this.show(chosenFor(this.state.kept, Number(detail.value)), { notice: '' });
  },

  onDue({ detail }: Choose) {
    this.setData({ due: detail.value });
  },

  onDoor(event: Keyed) {
    const { key } = event.currentTarget.dataset;
    if (!choosable(this.state).some(({ id }) => id === key)) return;
    const chosen = new Set(this.state.chosen);
    if (!chosen.delete(key)) chosen.add(key);
    this.show({ chosen });
  },

  onAll() {
    const able = choosable(this.state);
    const isWhole = able.every(({ id }) => this.state.chosen.has(id));
    this.show(isWhole ? { chosen: new Set() } : chosenFor(this.state.kept, this.state.worker));
  },

  onMore() {
    this.show({ rowsShown: this.state.rowsShown + ROWS_A_PAGE });
  },

  async onGive() {
    const { kept, worker, chosen } = this.state;
    const seatId = kept.data?.workers[worker]?.seatId;
    const doorIds = choosable(this.state).flatMap(({ id }) => (chosen.has(id) ? [id] : []));
    if (seatId === undefined || doorIds.length === 0 || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { doorIds, seatId, dueOn: dayOf(trueNow() + Number(this.data.due) * DAY_MS) };
    const reply = await changeOnce({ name: 'assignDoors', input }, tactic.assignDoors);
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    const { opened, leftOut } = reply.data;
    // Whether just given, given before or answered meanwhile: nobody else need be sent.
    const left = withTasks(kept, new Set(doorIds));
    const notice = HARD_DOORS_WORDS.given(opened, leftOut);
    this.show({ kept: left, chosen: new Set() }, { isBusy: false, notice });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});

/** All that this worker can be sent to. */
function chosenFor(kept: Kept<HardDoorsAnswer>, worker: number): Pick<HardDoorsState, 'worker' | 'chosen'> {
  return { worker, chosen: new Set(choosable({ kept, worker }).map(({ id }) => id)) };
}

function withTasks(kept: Kept<HardDoorsAnswer>, given: ReadonlySet<string>): Kept<HardDoorsAnswer> {
  const { data } = kept;
  if (data === undefined) return kept;
  const doors = data.doors.map((door) => (given.has(door.id) ? { ...door, hasTask: true } : door));
  return { ...kept, data: { ...data, doors } };
}
