import type { Role } from '@domain/identity/role';
import { EXPORT_KINDS } from '@domain/export/export-state';
import { sentenceFor } from '@domain/kernel/problem';
import { EXPORT_WORDS } from '../../../../messages/manage';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { board } from '../../../../services/board';
import { changedPaths } from '../../../../services/changed-paths';
import { forgetDocument, openDocument } from '../../../../services/documents';
import { exportFiles } from '../../../../services/exports';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { goInManage, manageBar } from '../../bar';
import { opensBelow, viewAsk, wishOf, type AskState, type AskView, type Wish } from './asking';
import {
  isMaking,
  viewExports,
  withNewest,
  type ExportsAnswer,
  type ExportsState,
  type ExportsView,
} from './exports.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'AU'];
const ASKING: readonly Role[] = ['CA', 'SA'];
const POLL_MS = 3000;
const NOTHING_KEPT: Kept<ExportsAnswer> = { data: undefined, at: 0, problem: undefined };
const NOTHING_SHOWN: ExportsState = {
  kept: NOTHING_KEPT,
  busyId: '',
  openedIds: [],
  notice: { id: '', words: '' },
  mayAsk: false,
};
/** By the id of the export. */
const NO_FILES: Record<string, string> = {};
const CLOSED = { sheet: '', isBusy: false, sheetProblem: '' };

type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;
type Reason = WechatMiniprogram.CustomEvent<{ reason: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: EXPORT_WORDS,
    bar: manageBar(),
    mayAsk: false,
    waiting: false,
    /** '' | 'ask' | 'refuse' */
    ...CLOSED,
    notice: '',
    ask: null as AskView | null,
    view: null as ExportsView | null,
  },

  shown: null as ExportsView | null,
  state: NOTHING_SHOWN,
  asking: undefined as AskState | undefined,
  polling: undefined as Timer | undefined,
  /** Whose wish is being refused. */
  refusedId: '',
  fileNames: NO_FILES,

  async onLoad({ area = '' }: Record<string, string | undefined>) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewExports(this.state), ...deniedFace(ROLES) });
      return;
    }
    const mayAsk = ASKING.includes(seat.role);
    this.state = { ...this.state, mayAsk };
    await whileWaiting(this, this.open({ mayAsk, bar: manageBar(seat.role) }));
    if (area !== '' && mayAsk) await this.openAsking(area);
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.data.notice === '' ? {} : { notice: '' });
  },

  onHide() {
    this.polling?.cancel();
  },

  onUnload() {
    this.polling?.cancel();
    for (const fileName of Object.values(this.fileNames)) forgetDocument(fileName);
  },

  async open(more: Record<string, unknown> = {}) {
    const known = this.state.kept.data;
    const kept = await askKeeping<ExportsAnswer>({ kind: 'exports', id: '' }, exportFiles.listExports({}));
    const data =
      kept.problem === undefined && kept.data !== undefined ? withNewest(known, kept.data) : kept.data;
    this.show({ kept: { ...kept, data } }, more);
    this.poll();
  },

  /** While a file is being made and the page is in sight; leaving changes nothing about the job. */
  poll() {
    this.polling?.cancel();
    if (isMaking(this.state)) this.polling = after(POLL_MS, () => void this.open());
  },

  async onMore() {
    const { data } = this.state.kept;
    if (data?.next === undefined) return;
    const reply = await exportFiles.listExports({ cursor: data.next });
    if (!reply.ok) return;
    const merged = { ...reply.data, exports: [...data.exports, ...reply.data.exports] };
    this.show({ kept: { ...this.state.kept, data: merged } });
  },

  onAct() {
    if (this.shown?.face === 'empty') void this.onAsk();
    else goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  async onAsk() {
    await this.openAsking('');
  },

  /** What could not be made is laid out as it was asked for; it is sent with its reason, like every wish. */
  async onAgain(event: Keyed) {
    const row = this.state.kept.data?.exports.find(({ id }) => id === event.currentTarget.dataset.key);
    if (row === undefined) return;
    this.asking = undefined;
    await this.openAsking(row.areaId, row);
    scrollToTop();
  },

  async openAsking(areaId: string, wish?: Pick<Wish, 'kind' | 'clear'>) {
    const reply = await board.readProgress(areaId === '' ? {} : { areaId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const former = this.asking;
    const scope = reply.data;
    const isBelow = former?.scope.kind === 'street' && scope.kind === 'community';
    const above = isBelow ? { id: former.scope.id, name: former.scope.name } : undefined;
    const { kind, clear } = wish ?? former ?? { kind: EXPORT_KINDS[0], clear: false };
    this.showAsking({ scope, above, areaId: scope.id, kind, clear });
  },

  showAsking(next: AskState) {
    const before = this.asking === undefined ? null : viewAsk(this.asking);
    this.asking = next;
    this.setData({
      ...changedPaths('ask', before, viewAsk(next)),
      ...(this.data.notice === '' ? {} : { notice: '' }),
    });
  },

  onKind({ detail }: Choose) {
    const kind = EXPORT_KINDS.find((one) => one === detail.value);
    if (this.asking !== undefined && kind !== undefined) this.showAsking({ ...this.asking, kind });
  },

  async onArea({ detail }: Choose) {
    const { asking } = this;
    if (asking === undefined) return;
    if (opensBelow(asking, detail.value)) await this.openAsking(detail.value);
    else this.showAsking({ ...asking, areaId: detail.value });
  },

  onSight({ detail }: Choose) {
    if (this.asking !== undefined) this.showAsking({ ...this.asking, clear: detail.value === 'clear' });
  },

  onLater() {
    this.asking = undefined;
    this.setData({ ask: null });
  },

  onSend() {
    this.setData({ sheet: 'ask' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onReason({ detail }: Reason) {
    if (this.data.sheet === 'refuse') await this.decide(this.refusedId, 'refuse', detail.reason);
    else await this.send(detail.reason);
  },

  async send(reason: string) {
    if (this.asking === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { ...wishOf(this.asking), reason };
    const reply = await changeOnce({ name: 'requestExport', input }, exportFiles.requestExport);
    if (!reply.ok) {
      this.setData({ isBusy: false, sheetProblem: sentenceFor(reply.problem) });
      return;
    }
    this.asking = undefined;
    await this.open({ ...CLOSED, ask: null, notice: EXPORT_WORDS.sent });
  },

  async onApprove(event: Keyed) {
    await this.decide(event.currentTarget.dataset.key, 'approve', '');
  },

  onRefuse(event: Keyed) {
    this.refusedId = event.currentTarget.dataset.key;
    this.setData({ sheet: 'refuse' });
  },

  async decide(exportId: string, verdict: 'approve' | 'refuse', reason: string) {
    if (this.state.busyId !== '') return;
    this.show({ busyId: exportId });
    const input = { exportId, verdict, ...(reason === '' ? {} : { reason }) };
    const reply = await changeOnce({ name: 'decideExport', input }, exportFiles.decideExport);
    const done = verdict === 'approve' ? EXPORT_WORDS.approved : EXPORT_WORDS.refused;
    await this.settle(exportId, reply.ok ? done : sentenceFor(reply.problem));
  },

  async onOpen(event: Keyed) {
    const exportId = event.currentTarget.dataset.key;
    if (this.state.busyId !== '') return;
    this.show({ busyId: exportId });
    const reply = await changeOnce({ name: 'openExport', input: { exportId } }, exportFiles.openExport);
    if (!reply.ok) {
      await this.settle(exportId, sentenceFor(reply.problem));
      return;
    }
    const opening = await openDocument(reply.data);
    this.fileNames = { ...this.fileNames, [exportId]: reply.data.fileName };
    const { openedIds } = this.state;
    this.show({
      busyId: '',
      openedIds: opening === 'opened' ? [...openedIds, exportId] : openedIds,
      notice: { id: exportId, words: EXPORT_WORDS[opening] },
    });
  },

  async onSaved(event: Keyed) {
    const exportId = event.currentTarget.dataset.key;
    if (this.state.busyId !== '') return;
    this.show({ busyId: exportId });
    const reply = await changeOnce(
      { name: 'acknowledgeExport', input: { exportId } },
      exportFiles.acknowledgeExport,
    );
    if (reply.ok) forgetDocument(this.fileNames[exportId] ?? '');
    await this.settle(exportId, reply.ok ? EXPORT_WORDS.gone : sentenceFor(reply.problem));
  },

  /** The list is read again: what was done shows in the state of the row. */
  async settle(id: string, words: string) {
    this.state = { ...this.state, busyId: '', notice: { id, words } };
    await this.open({ ...CLOSED, notice: '' });
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInManage(detail.key);
  },

  show(change: Partial<ExportsState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewExports(this.state), more);
  },
});
