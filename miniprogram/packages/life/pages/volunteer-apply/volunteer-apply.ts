import { helpPlaces, type HelpTime, type Skill } from '@domain/volunteer/volunteer';
import { sentenceFor } from '@domain/kernel/problem';
import { HELP_TIME_WORDS, SKILL_WORDS, tilesOf } from '../../../../messages/helping';
import { APPLY_WORDS, VOLUNTEER_WORDS } from '../../../../messages/volunteer';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { scrollToPlace } from '../../../../services/scroll';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { volunteers } from '../../services/volunteers';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import { CONTENT_FACE, problemFace } from '../../services/wish-face';
import {
  applicationOf,
  missingIn,
  NOTHING,
  viewApply,
  type ApplyState,
  type ApplyView,
  type Offer,
} from './volunteer-apply.view';

type Typed = WechatMiniprogram.TouchEvent<{ value: string }, object, { name: 'name' | 'phone' | 'guardian' }>;
type Chosen = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: APPLY_WORDS,
    ages: [
      { value: 'adult', label: APPLY_WORDS.adult },
      { value: 'minor', label: APPLY_WORDS.minor },
    ],
    skillTiles: tilesOf(SKILL_WORDS),
    timeTiles: tilesOf(HELP_TIME_WORDS),
    waiting: false,
    isBusy: false,
    isSent: false,
    notice: '',
    wrong: {},
    face: CONTENT_FACE,
    view: null as ApplyView | null,
  },

  shown: null as ApplyView | null,
  state: NOTHING,
  seatId: '',
  noticeVersion: '',
  home: undefined as WayHome | undefined,

  async onLoad() {
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const session = await homeSession();
    const seat = homeSeatOf(session);
    if (seat === undefined) {
      const { guest: sentence, guestDetail: detail } = VOLUNTEER_WORDS;
      this.home = await wayHome({ sentence, detail });
      this.setData({ face: { ...this.home, face: 'empty' }, waiting: false });
      return;
    }
    this.seatId = seat.id;
    this.noticeVersion = session.campaign?.noticeVersion ?? '';
    const reply = await volunteers.readOffer({}, { actAs: seat.id });
    if (reply.ok) this.offer(reply.data);
    else this.setData({ face: problemFace(reply.problem), waiting: false });
  },

  /** The own compound is chosen beforehand. */
  offer(offer: Offer) {
    const compoundIds = offer.near.slice(0, 1).map(({ id }) => id);
    this.show({ offer, compoundIds }, { face: CONTENT_FACE });
  },

  /** What was missing is no longer said of what has just been answered. */
  show(change: Partial<ApplyState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    const isTold = Object.keys(this.data.wrong).length > 0;
    showView(this, viewApply(this.state), { ...(isTold ? { wrong: missingIn(this.state) } : {}), ...more });
  },

  onWho({ detail }: Chosen) {
    this.show({ who: detail.value });
  },

  onAge({ detail }: Chosen) {
    this.show({ age: detail.value === 'adult' ? 'adult' : 'minor' });
  },

  onSkills({ detail }: Chosen) {
    this.show({ skills: detail.values as Skill[] });
  },

  onTimes({ detail }: Chosen) {
    this.show({ times: detail.values as HelpTime[] });
  },

  onPlaces({ detail }: Chosen) {
    this.show({ compoundIds: helpPlaces(this.state.compoundIds, detail.values) });
  },

  onAgree() {
    this.show({ agrees: !this.state.agrees });
  },

  onGuardianAgree() {
    this.show({ guardianAgrees: !this.state.guardianAgrees });
  },

  /** The fields keep what is typed. */
  onType({ detail, currentTarget }: Typed) {
    const typed = { ...this.state.typed, [currentTarget.dataset.name]: detail.value };
    this.state = { ...this.state, typed };
  },

  async onSend() {
    if (this.data.isBusy) return;
    const wrong = missingIn(this.state);
    const [first] = Object.keys(wrong);
    if (first !== undefined) {
      this.setData({ wrong, notice: '' });
      scrollToPlace(`#${first}`);
      return;
    }
    this.setData({ isBusy: true, notice: '', wrong });
    const input = applicationOf(this.state, this.noticeVersion);
    const reply = await changeOnce({ name: 'applyVolunteer', input }, (wish, options) =>
      volunteers.apply(wish, { ...options, actAs: this.seatId }),
    );
    const notice = reply.ok ? '' : sentenceFor(reply.problem);
    this.setData({ isBusy: false, isSent: reply.ok, notice });
  },

  onMine() {
    void wx.redirectTo({ url: '/packages/life/pages/volunteer/volunteer' });
  },

  async onAct() {
    if (this.home !== undefined) goHome(this.home);
    else await whileWaiting(this, this.open());
  },
});
