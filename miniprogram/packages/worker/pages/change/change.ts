import { CHANGE_KIND_CODES, CHANGE_KINDS, CHOSEN_VERIFY_WAYS, VERIFY_WAYS } from '@domain/census/codes';
import { changeKindTable, verifyWayTable } from '@domain/codes/tables';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { CHANGE_WORDS } from '../../../../messages/verify';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { tilesOf } from '../../../../services/code-tiles';
import { household } from '../../../../services/household';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import {
  CONTENT,
  deniedFace,
  goFrom,
  leavePage,
  openStaffPage,
  type FaceView,
} from '../../../../services/staff-page';
import { newestDoor } from '../../services/noted-answers';
import { packedDoor } from '../../services/route-pack';
import { doorOfPack, startVisitForm } from '../door/visit-form';

const ROLES: readonly Role[] = ['GW', 'GV'];
/** May say that a whole household has gone. */
const ENDING: readonly Role[] = ['GW'];
const KINDS = tilesOf(CHANGE_KIND_CODES, changeKindTable);
const WAYS = tilesOf(CHOSEN_VERIFY_WAYS, verifyWayTable);

type ChangeView = FaceView & { compound: string; line: string };
type Choose = WechatMiniprogram.CustomEvent<{ value: number }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;

/** Whoever stands at a door was there. */
const FIRST_WAY: number = VERIFY_WAYS.visit;

Page({
  data: {
    look: FIRST_LOOK,
    words: CHANGE_WORDS,
    knockWords: KNOCK_WORDS,
    kinds: KINDS,
    ways: WAYS,
    kind: 0,
    way: FIRST_WAY,
    waiting: false,
    latest: '',
    day: '',
    dayLabel: '',
    isMoveOut: false,
    canEnd: false,
    isAsking: false,
    isBusy: false,
    problem: '',
    view: null as ChangeView | null,
  },

  shown: null as ChangeView | null,
  doorId: '',
  householdId: '',

  async onLoad({ door = '', household: id = '' }: Record<string, string | undefined>) {
    this.doorId = door;
    this.householdId = id;
    const latest = today();
    this.setData({ latest, day: latest, dayLabel: CHANGE_WORDS.day(dayWords(latest)) });
    const [{ seat }, packed] = await Promise.all([openStaffPage(ROLES), newestDoor(door, [])]);
    const plate = packed === undefined ? { compound: '', line: '' } : doorOfPack(packed).plate;
    const face = seat === undefined ? deniedFace(ROLES) : CONTENT;
    showView(this, { ...face, ...plate }, { canEnd: seat !== undefined && ENDING.includes(seat.role) });
  },

  async onShow() {
    await refreshLook(this);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => undefined);
  },

  onKind({ detail }: Choose) {
    this.setData({ kind: detail.value, isMoveOut: detail.value === CHANGE_KINDS.movedOut, problem: '' });
  },

  onWay({ detail }: Choose) {
    this.setData({ way: detail.value });
  },

  onDay({ detail }: Given) {
    this.setData({ day: detail.value, dayLabel: CHANGE_WORDS.day(dayWords(detail.value)) });
  },

  async onFill() {
    const kind = CHANGE_KIND_CODES.find((code) => code === this.data.kind);
    const verifyWay = CHOSEN_VERIFY_WAYS.find((code) => code === this.data.way) ?? VERIFY_WAYS.visit;
    if (kind === undefined) {
      this.setData({ problem: CHANGE_WORDS.missing });
      return;
    }
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { doorId, householdId } = this;
    const change = { kind, effectiveOn: this.data.day };
    const end = await startVisitForm(doorId, { householdId, verifyWay, change });
    this.setData({ isBusy: false, problem: end === 'ready' ? '' : end });
    if (end === 'ready') void wx.redirectTo({ url: `/pages/census/form/form?door=${doorId}` });
  },

  onMovedOut() {
    this.setData({ isAsking: true, problem: '' });
  },

  onKeep() {
    this.setData({ isAsking: false });
  },

  /** The version that the route pack shows: whoever changed it meanwhile is asked first. */
  async onMovedOutYes() {
    const packed = await packedDoor(this.doorId);
    const home = packed?.door.households.find(({ id }) => id === this.householdId);
    if (home === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { householdId: home.id, version: home.version, on: this.data.day };
    const reply = await changeOnce({ name: 'moveOut', input }, household.moveOut);
    this.setData({ isBusy: false, isAsking: false, problem: reply.ok ? '' : sentenceFor(reply.problem) });
    if (!reply.ok) return;
    this.getOpenerEventChannel().emit?.('verified', {});
    leavePage();
  },
});
