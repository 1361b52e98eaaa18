import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { SKELETON_WORDS } from '../../../../messages/manage';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { area } from '../../../../services/area';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { goInManage, manageBar } from '../../bar';
import { drawForm, NEW_FORM, PATTERNS, type PatternName, type SkeletonForm } from './skeleton-form';
import {
  GAP_TILES,
  KIND_TILES,
  PATTERN_TILES,
  UNIT_TILES,
  viewSkeleton,
  type SkeletonState,
  type SkeletonView,
} from './skeleton.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
const TYPING_PAUSE_MS = 400;
const NEW_STATE: SkeletonState = {
  compounds: [],
  compound: undefined,
  grids: [],
  gridId: '',
  form: NEW_FORM,
  isSaving: false,
  problem: '',
  saved: undefined,
};

type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;
type Field<Value extends object> = WechatMiniprogram.CustomEvent<Value, object, { field: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: SKELETON_WORDS,
    bar: manageBar(),
    kinds: KIND_TILES,
    unitTiles: UNIT_TILES,
    gapTiles: GAP_TILES,
    patterns: PATTERN_TILES,
    waiting: false,
    view: null as SkeletonView | null,
  },

  shown: null as SkeletonView | null,
  state: NEW_STATE,
  typing: undefined as Timer | undefined,

  async onLoad({ compound = '' }: Record<string, string | undefined>) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewSkeleton(NEW_STATE), ...deniedFace(ROLES) });
      return;
    }
    const bar = manageBar(seat.role);
    const opening = compound === '' ? this.search('', { bar }) : this.openCompound(compound, { bar });
    await whileWaiting(this, opening);
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.typing?.cancel();
  },

  async search(text: string, more: Record<string, unknown> = {}) {
    const reply = await area.searchCompounds({ text });
    if (!reply.ok) {
      showView(this, { ...viewSkeleton(this.state), ...faceOf(reply.problem) }, more);
      return;
    }
    const { compounds } = reply.data;
    this.show({ compounds, problem: compounds.length === 0 ? SKELETON_WORDS.noCompounds : '' }, more);
  },

  onSearch({ detail }: Detail<{ value: string }>) {
    this.typing?.cancel();
    this.typing = after(TYPING_PAUSE_MS, () => void this.search(detail.value.trim()));
  },

  async onCompound({ detail }: Detail<{ value: string }>) {
    await this.openCompound(detail.value);
  },

  /** The grids come with the compound: a building stands in one of them. */
  async openCompound(compoundId: string, more: Record<string, unknown> = {}) {
    const reply = await area.listGrids({ compoundId });
    if (!reply.ok) {
      const isForeign = reply.problem.code === 'NOT_FOUND';
      this.show({ problem: isForeign ? SKELETON_WORDS.notYours : sentenceFor(reply.problem) }, more);
      return;
    }
    const { compound, grids } = reply.data;
    const gridId = grids.length === 1 ? (grids[0]?.id ?? '') : '';
    this.show({ compound, grids, gridId, problem: grids.length === 0 ? SKELETON_WORDS.noGrids : '' }, more);
  },

  async onOtherCompound() {
    this.show({ compound: undefined, problem: '' });
    if (this.state.compounds.length === 0) await this.search('');
  },

  onText({ detail, currentTarget }: Field<{ value: string }>) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  onNumber({ detail, currentTarget }: Field<{ value: number }>) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  onYesNo({ detail, currentTarget }: Field<{ value: string }>) {
    this.change({ [currentTarget.dataset.field]: detail.value === 'yes' });
  },

  onKind({ detail }: Detail<{ value: string }>) {
    const kind = (['tower', 'row', 'single'] as const).find((one) => one === detail.value);
    if (kind !== undefined) this.change({ kind });
  },

  onPattern({ detail }: Detail<{ value: string }>) {
    const pattern = (Object.keys(PATTERNS) as PatternName[]).find((one) => one === detail.value);
    if (pattern !== undefined) this.change({ pattern });
  },

  onGrid({ detail }: Detail<{ value: string }>) {
    this.show({ gridId: detail.value });
  },

  change(change: Partial<SkeletonForm>) {
    this.show({ form: { ...this.state.form, ...change }, problem: '' });
  },

  async onSave() {
    const { compound, gridId, form } = this.state;
    if (compound === undefined || this.shown?.canSave !== true) return;
    this.show({ isSaving: true, problem: '' });
    const zone = form.zone.trim();
    const input = {
      compoundId: compound.id,
      gridId,
      ...(zone === '' ? {} : { zone }),
      spec: drawForm(form).spec,
    };
    const reply = await changeOnce({ name: 'createBuilding', input }, area.createBuilding);
    if (reply.ok) {
      this.show({ isSaving: false, saved: { id: reply.data.buildingId, doors: reply.data.doors } });
    } else this.show({ isSaving: false, problem: refusalWords(reply.problem) });
  },

  /** The next one is mostly like the last: only its number is new. */
  onAgain() {
    this.show({ saved: undefined, form: { ...this.state.form, label: '' } });
  },

  onDoors() {
    const { saved } = this.state;
    if (saved !== undefined) {
      void wx.navigateTo({ url: `/packages/manage/pages/doors/doors?building=${saved.id}` });
    }
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.search('')));
  },

  onGo({ detail }: Detail<{ key: string }>) {
    goInManage(detail.key);
  },

  show(change: Partial<SkeletonState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewSkeleton(this.state), more);
  },
});

function refusalWords(problem: ProblemReport): string {
  const isTaken = problem.code === 'WRONG_STATE' && problem.details['field'] === 'label';
  return isTaken ? SKELETON_WORDS.taken : sentenceFor(problem);
}
