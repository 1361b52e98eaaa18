import type { ActivityState } from '@domain/activity/activity-state';
import type { Role } from '@domain/identity/role';
import { dayOf } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { ACTIVITY_EDIT_WORDS } from '../../../../messages/activity-edit';
import { RESIDENT_VIEW_WORDS } from '../../../../messages/writing';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today, trueNow } from '../../../../services/clock';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { hasPanes } from '../../services/seen';
import { dropTyping, keepTyping, keptTyping } from '../../services/typing';
import { activity, teams } from '../../services/volunteers';
import { communitiesHere, listWith } from './activity-asked';
import { EMPTY_STATE, PEOPLE_A_PAGE, viewEdit, type EditState, type EditView } from './activity-edit.view';
import {
  faultsIn,
  firstFault,
  formOf,
  goneOnWith,
  inputOf,
  newForm,
  NO_FAULTS,
  refusedIn,
  type ActivityForm,
  type Faults,
} from './activity-form';

const ROLES: readonly Role[] = ['CA', 'SA'];
const FIRST: ActivityState = 'published';
const DAYS_AHEAD = 7;
const DAYS_MOST = 180;
const DAY_MS = 86_400_000;
const keyOf = ({ id }: ActivityForm): string => `activity:${id}`;
const dayAhead = (days: number): string => dayOf(trueNow() + days * DAY_MS);

type Chosen = WechatMiniprogram.CustomEvent<{ id: string }>;
type Field = 'title' | 'place' | 'body' | 'capacity';
type Choice = 'day' | 'start' | 'end' | 'closing' | 'allowance' | 'teamId' | 'communityId';
type Given<Name> = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Name }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: ACTIVITY_EDIT_WORDS,
    seenWords: RESIDENT_VIEW_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    isSaved: false,
    faults: NO_FAULTS,
    wrong: '',
    reason: '',
    /** It was left unfinished the last time. */
    isKept: false,
    show: FIRST,
    /** Given to the fields once, when they are opened; they keep what is typed. */
    ...{ title: '', place: '', body: '', capacity: '' },
    ...{ earliest: '', latest: '' },
    isAsking: false,
    view: null as EditView | null,
  },

  shown: null as EditView | null,
  state: EMPTY_STATE,
  /** The form at hand as the cloud has it. */
  stored: undefined as ActivityForm | undefined,

  async onLoad({ id = '' }: { id?: string }) {
    this.setData({ earliest: today(), latest: dayAhead(DAYS_MOST) });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...deniedFace(ROLES) });
      return;
    }
    await whileWaiting(this, id === '' ? this.open() : this.openOn(id));
  },

  async openOn(id: string) {
    const found = await listWith(id);
    if (found === undefined) await this.open();
    else {
      const { show, ...list } = found;
      this.change(list, { show });
      await this.choose(id);
    }
  },

  /** Back from the publishing desk or the code: things may stand otherwise. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content' && this.state.form === undefined) await this.open();
  },

  async open(more: { show?: ActivityState } & Record<string, unknown> = {}) {
    const { show = this.data.show } = more;
    const reply = await activity.listDesk({ state: show });
    if (!reply.ok) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...faceOf(reply.problem) }, more);
      return;
    }
    const { activities, next } = reply.data;
    this.change({ activities, next }, more);
  },

  async onShowChosen({ detail }: WechatMiniprogram.CustomEvent<{ value: ActivityState }>) {
    const nothing = { chosenId: '', roster: undefined, form: undefined };
    this.state = { ...this.state, ...nothing };
    await this.open({ show: detail.value, notice: '', isSaved: false });
  },

  async onMore() {
    const { next, activities } = this.state;
    if (next === undefined) return;
    const reply = await activity.listDesk({ state: this.data.show, cursor: next });
    if (!reply.ok) return;
    this.change({ activities: [...activities, ...reply.data.activities], next: reply.data.next });
  },

  async onRow({ detail }: Chosen) {
    await this.choose(detail.id);
  },

  async onFirst() {
    const [first] = this.state.activities;
    if (first !== undefined) await this.choose(first.id);
  },

  async choose(id: string) {
    const fresh = { chosenId: id, form: undefined, roster: undefined, rosterShown: PEOPLE_A_PAGE };
    this.change(fresh, { notice: '', isSaved: false });
    const reply = await activity.roster({ activityId: id });
    if (reply.ok && this.state.chosenId === id) this.change({ roster: reply.data });
    scrollToPlace('.activity-edit__at-hand');
  },

  async onMorePeople() {
    const { roster, rosterShown, chosenId } = this.state;
    const most = rosterShown + PEOPLE_A_PAGE;
    if (roster === undefined) return;
    if (roster.people.length >= Math.min(most, roster.all)) {
      this.change({ rosterShown: most });
      return;
    }
    const reply = await activity.roster({ activityId: chosenId, from: roster.people.length });
    if (!reply.ok) return;
    const people = [...roster.people, ...reply.data.people];
    this.change({ roster: { ...reply.data, people }, rosterShown: most });
  },

  async onMake() {
    const { communities: known } = this.state;
    const asked = known.length > 0 ? ({ ok: true, data: known } as const) : await communitiesHere();
    if (!asked.ok) {
      this.setData({ notice: sentenceFor(asked.problem) });
      return;
    }
    const [first, ...others] = asked.data;
    if (first === undefined) return;
    const form = newForm(others.length === 0 ? first.id : '', dayAhead(DAYS_AHEAD));
    await this.write(form, { communities: asked.data, chosenId: '' });
  },

  async onEdit() {
    const chosen = this.state.activities.find(({ id }) => id === this.state.chosenId);
    if (chosen === undefined) return;
    const reply = await activity.readDesk({ activityId: chosen.id });
    if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
    else await this.write(formOf(chosen, reply.data), {}, reply.data.reason);
  },

  async write(form: ActivityForm, change: Partial<EditState>, reason = '') {
    this.stored = form;
    const kept = await keptTyping(keyOf(form), form);
    const why = reason === '' ? '' : ACTIVITY_EDIT_WORDS.returned(reason);
    const more = { reason: why, isKept: kept !== undefined, notice: '', isSaved: false };
    this.state = { ...this.state, ...change, teams: undefined };
    this.give(kept === undefined ? form : goneOnWith(form, kept, this.data.earliest), more);
    scrollToPlace('.activity-edit__at-hand');
  },

  give(form: ActivityForm, more: Record<string, unknown>) {
    const { title, place, body, capacity } = form;
    this.change({ form }, { title, place, body, capacity, faults: NO_FAULTS, wrong: '', ...more });
  },

  /** What was typed before goes; the form is as the cloud has it. */
  async onAfresh() {
    if (this.stored === undefined) return;
    await dropTyping(keyOf(this.stored));
    this.give(this.stored, { isKept: false });
  },

  /** What is typed stays on the phone. */
  onKeep() {
    this.change({ form: undefined });
  },

  typed(form: ActivityForm) {
    this.state.form = form;
    void keepTyping(keyOf(form), form);
  },

  /** What is typed stands in its field already. */
  onType({ detail, currentTarget }: Given<Field>) {
    const { form } = this.state;
    if (form === undefined) return;
    this.typed({ ...form, [currentTarget.dataset.name]: detail.value });
    if (hasPanes()) this.change({});
  },

  onChoose({ detail, currentTarget }: Given<Choice>) {
    const { form } = this.state;
    if (form === undefined) return;
    this.typed({ ...form, [currentTarget.dataset.name]: detail.value });
    this.change({});
  },

  async onTeams() {
    const reply = await teams.list({});
    const known = reply.ok ? reply.data.teams : [];
    this.change({ teams: known }, { wrong: reply.ok ? '' : sentenceFor(reply.problem) });
  },

  /** Each beside its field, the first of them in sight. */
  mark(faults: Faults, wrong: string) {
    this.setData({ faults, wrong, isBusy: false });
    const field = firstFault(faults);
    if (field !== undefined) scrollToPlace(`#${field}`);
  },

  async onSend() {
    const { form } = this.state;
    if (this.data.isBusy || form === undefined) return;
    const faults = faultsIn(form);
    if (firstFault(faults) !== undefined) {
      this.mark(faults, '');
      return;
    }
    this.setData({ isBusy: true, faults, wrong: '' });
    const reply = await changeOnce({ name: 'editActivity', input: inputOf(form) }, activity.edit);
    if (!reply.ok) {
      const refused = refusedIn(reply.problem);
      this.mark(refused.faults, refused.foot);
      return;
    }
    await dropTyping(keyOf(form));
    const { activityId, state } = reply.data;
    this.state = { ...this.state, form: undefined, chosenId: activityId, roster: undefined };
    await this.open({ show: state, isBusy: false, notice: ACTIVITY_EDIT_WORDS.saved, isSaved: true });
    scrollToPlace('.activity-edit__at-hand');
  },

  onDesk() {
    void wx.navigateTo({ url: '/packages/manage/pages/content/content' });
  },

  onCode() {
    const { chosenId } = this.state;
    void wx.navigateTo({ url: `/packages/life/pages/check-desk/check-desk?id=${chosenId}` });
  },

  onAsk() {
    this.setData({ isAsking: true });
  },

  onNo() {
    this.setData({ isAsking: false });
  },

  async onCancel() {
    const { activities, chosenId } = this.state;
    const chosen = activities.find(({ id }) => id === chosenId);
    if (chosen === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { activityId: chosenId, version: chosen.version };
    const reply = await changeOnce({ name: 'closeActivity', input }, activity.close);
    const done = { isBusy: false, isAsking: false };
    if (!reply.ok) {
      this.setData({ ...done, notice: sentenceFor(reply.problem) });
      return;
    }
    const left = activities.filter(({ id }) => id !== chosenId);
    const { cancelled, untitled } = ACTIVITY_EDIT_WORDS;
    const notice = cancelled(chosen.title || untitled);
    this.change({ activities: left, chosenId: '' }, { ...done, notice, isSaved: false });
  },

  change(change: Partial<EditState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewEdit(this.state), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
