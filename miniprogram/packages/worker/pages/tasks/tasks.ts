import type { OpenTask } from '@domain/contract/task';
import type { Role } from '@domain/identity/role';
import { minuteOf } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import type { TaskResult } from '@domain/work/task';
import { TASKS_WORDS } from '../../../../messages/tasks';
import { WAITING_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today, trueNow } from '../../../../services/clock';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { askForMessages, firstGrant } from '../../../../services/subscription';
import { tasks } from '../../../../services/tasks';
import { visit } from '../../../../services/visit';
import { whileWaiting } from '../../../../services/waiting';
import { goInWorker, workerBar } from '../../bar';
import { nextOf, nextWords } from '../../next-times';
import { listenForNews } from '../../services/news';
import {
  agreedWords,
  decisionUrl,
  placeOf,
  viewTasks,
  wordsOfResult,
  type TasksAnswer,
  type TasksView,
} from './tasks.view';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA'];
const TEMPLATES = ['taskReminder'] as const;
interface Way {
  key: string;
  label: string;
}
const DOUBTS: readonly Way[] = [
  { key: '/packages/worker/pages/tenancies/tenancies', label: WAITING_WORDS.tenancies },
  { key: '/packages/worker/pages/duplicates/duplicates', label: WAITING_WORDS.duplicates },
];
const ISSUES: readonly Way[] = [{ key: '/packages/ledger/pages/ledger/ledger', label: TASKS_WORDS.issues }];
const NO_WAYS: readonly Way[] = [];
const NOTHING_KEPT: Kept<TasksAnswer> = { data: undefined, at: 0, problem: undefined };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Moved = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>;
type Answered = WechatMiniprogram.CustomEvent<object, object, { key: string; result: TaskResult }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: TASKS_WORDS,
    bar: workerBar(),
    /** The community comes from its overview and has no list of what waits, which leads a worker to its doubts; its ledger lies there. */
    ways: NO_WAYS,
    waiting: false,
    hasFinished: false,
    grant: firstGrant(TEMPLATES),
    view: null as TasksView | null,
  },

  shown: null as TasksView | null,
  kept: NOTHING_KEPT,
  stop: undefined as (() => void) | undefined,
  /** What the last tap did, in words. */
  note: '',
  role: undefined as Role | undefined,
  isClosing: false,
  /** The task whose hour is being moved. */
  moving: '',

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...this.view(), ...deniedFace(ROLES) });
      return;
    }
    this.role = seat.role;
    const isCommunity = seat.role === 'CA';
    const bar = isCommunity ? [] : workerBar(seat.role);
    await whileWaiting(this, this.open({ bar, ways: isCommunity ? DOUBTS : ISSUES }));
    this.stop = listenForNews(() => void this.open());
  },

  onUnload() {
    this.stop?.();
  },

  /** Coming back from a door: a visit may have ended a task. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  view(): TasksView {
    const { kept, note, role, moving } = this;
    const hour = Number(minuteOf(trueNow()).slice(0, 2));
    return viewTasks(kept, { today: today(), note, role, moving, hour });
  },

  async open(more: object = {}) {
    this.kept = await askKeeping({ kind: 'tasks', id: '' }, tasks.listTasks({}));
    showView(this, this.view(), { ...more });
  },

  async onMore() {
    const { data } = this.kept;
    if (data?.next === undefined) return;
    const reply = await tasks.listTasks({ cursor: data.next });
    if (!reply.ok) this.kept = { ...this.kept, problem: reply.problem };
    else this.kept = { ...this.kept, data: { ...reply.data, tasks: [...data.tasks, ...reply.data.tasks] } };
    showView(this, this.view());
  },

  /** A grid worker looks at the door or at the two answers, a volunteer at the unit's wall. */
  onPlace(event: Keyed) {
    const task = this.taskOf(event.currentTarget.dataset.key);
    if (task === undefined) return;
    const { doorId, buildingId, householdId } = task;
    const isVolunteer = this.role === 'GV';
    if (householdId !== undefined && !isVolunteer) {
      void wx.navigateTo({ url: `/packages/worker/pages/questions/questions?household=${householdId}` });
      return;
    }
    const isAtDoor = doorId !== '' && !isVolunteer;
    const page = isAtDoor ? `door/door?door=${doorId}&` : 'wall/wall?';
    void wx.navigateTo({ url: `/packages/worker/pages/${page}building=${buildingId}` });
  },

  /** A dispute is decided where both sides are seen. */
  onDecide(event: Keyed) {
    const task = this.taskOf(event.currentTarget.dataset.key);
    if (task !== undefined) void wx.navigateTo({ url: decisionUrl(task) });
  },

  onMove(event: Keyed) {
    this.moving = event.currentTarget.dataset.key;
    this.note = '';
    showView(this, this.view());
  },

  /** Agreed on for another hour: the list is asked again, for it goes by the hour. */
  async onTime({ currentTarget, detail }: Moved) {
    const task = this.taskOf(currentTarget.dataset.key);
    if (task === undefined || this.isClosing) return;
    this.isClosing = true;
    const next = nextOf(detail.value);
    const input = { doorId: task.doorId, next };
    const reply = await changeOnce({ name: 'planVisit', input }, visit.planVisit);
    this.isClosing = false;
    this.moving = '';
    this.note = reply.ok
      ? TASKS_WORDS.closed(placeOf(task), agreedWords(task, nextWords(next, today())))
      : sentenceFor(reply.problem);
    if (reply.ok) await this.open();
    else showView(this, this.view());
  },

  async onResult(event: Answered) {
    const { key, result } = event.currentTarget.dataset;
    const task = this.taskOf(key);
    if (task === undefined || this.isClosing) return;
    this.isClosing = true;
    const input = { taskId: task.id, version: task.version, result };
    const reply = await changeOnce({ name: 'closeTask', input }, tasks.closeTask);
    this.isClosing = false;
    this.note = reply.ok
      ? TASKS_WORDS.closed(placeOf(task), wordsOfResult(task, result))
      : sentenceFor(reply.problem);
    if (reply.ok) this.drop(task);
    showView(this, this.view(), reply.ok ? { hasFinished: true } : {});
  },

  async onAllow() {
    this.setData({ grant: await askForMessages(TEMPLATES) });
  },

  onWay(event: Keyed) {
    void wx.navigateTo({ url: event.currentTarget.dataset.key });
  },

  drop(task: OpenTask) {
    const { data } = this.kept;
    if (data === undefined) return;
    this.kept = { ...this.kept, data: { ...data, tasks: data.tasks.filter(({ id }) => id !== task.id) } };
  },

  taskOf(key: string): OpenTask | undefined {
    return this.kept.data?.tasks.find(({ id }) => id === key);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInWorker(detail.key);
  },
});
