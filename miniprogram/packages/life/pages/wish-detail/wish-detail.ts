import type { PublicWish } from '@domain/contract/wish-views';
import type { Abuse } from '@domain/content/content';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { REPORT_WORDS } from '../../../../messages/report';
import { WISH_STANDS, WISH_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { today } from '../../../../services/clock';
import { scrollToTop } from '../../../../services/scroll';
import { knownSession, openSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { ABUSE_TILES, tellAbuse } from '../../services/abuse';
import { teams } from '../../services/volunteers';
import { wishDetail } from '../wishes/wishes.view';
import { ownSeat } from '../../services/own-seat';
import { CONTENT_FACE, volunteerSeatOf } from '../../services/wish-face';
import {
  claimSteps,
  wishStand,
  lostFace,
  NO_SHARING,
  sharesOf,
  viewShares,
  wrongShares,
  type SharesView,
} from './wish-detail.view';

type Typed = WechatMiniprogram.TouchEvent<{ value: string }, object, { key: string }>;
type Reported = '' | 'wish' | 'story';

const NO_CLAIM = { mayClaim: false, mayTeam: false, shares: null, claimNote: '' };

const NOTHING = {
  notice: '',
  nextId: '',
  nextWords: '',
  isBusy: false,
  isClaimed: false,
  reporting: '' as Reported,
  hasReported: { wish: false, story: false },
  shares: null,
};

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_WORDS,
    report: REPORT_WORDS,
    abuses: ABUSE_TILES,
    waiting: false,
    wish: null as PublicWish | null,
    detail: '',
    state: '',
    mayClaim: false,
    claimNote: '',
    /** Of an open wish: a volunteer for whose team it is, or somebody who is none yet. */
    mayTeam: false,
    mayApply: false,
    isMine: false,
    isOpen: true,
    face: CONTENT_FACE,
    ...NOTHING,
    shares: null as SharesView | null,
  },

  wishId: '',
  sharing: NO_SHARING,

  async onLoad({ id = '' }: { id?: string }) {
    this.wishId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await wish.readPublished({ wishId: this.wishId }, { actAs: NOBODY });
    if (!reply.ok) {
      this.setData({ ...NOTHING, face: lostFace(reply.problem) });
      return;
    }
    const known = await knownSession();
    const session = known.asOf === 0 ? (await openSession()).session : known;
    const isVolunteer = volunteerSeatOf(session) !== undefined;
    this.setData({
      ...NOTHING,
      face: CONTENT_FACE,
      wish: reply.data,
      detail: wishDetail(reply.data, today()),
      state: wishStand(reply.data),
      ...claimSteps(reply.data, isVolunteer),
    });
  },

  async onClaim() {
    const seat = volunteerSeatOf(await knownSession());
    if (seat === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce({ name: 'claimWish', input: { wishId: this.wishId } }, (input, options) =>
      wish.claim(input, { ...options, actAs: seat.id }),
    );
    this.afterClaim(reply.ok ? undefined : reply.problem);
  },

  /** Who came second is offered the wish that has waited longest. */
  afterClaim(problem: Pick<ProblemReport, 'code' | 'details'> | undefined) {
    if (problem === undefined) {
      const { claimed } = WISH_WORDS;
      const state = WISH_STANDS.claimant.claimed;
      this.setData({ ...NO_CLAIM, state, isBusy: false, isClaimed: true, notice: claimed });
      return;
    }
    const { next = '', words = '' } = problem.details as { next?: string; words?: string };
    const nextWords = next === '' ? '' : WISH_WORDS.next(words);
    const isTaken = problem.code === 'ALREADY_CLAIMED';
    this.setData({
      ...(isTaken ? { ...NO_CLAIM, state: WISH_WORDS.taken, isOpen: false } : {}),
      isBusy: false,
      notice: sentenceFor(problem),
      nextId: next,
      nextWords,
    });
  },

  onBoard() {
    void wx.redirectTo({ url: '/packages/life/pages/wishes/wishes' });
  },

  onApply() {
    void wx.navigateTo({ url: '/packages/life/pages/volunteer/volunteer' });
  },

  /** Only whoever leads a team claims for it. */
  async onTeams() {
    const seat = volunteerSeatOf(await knownSession());
    if (seat === undefined) return;
    const reply = await teams.list({}, { actAs: seat.id });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const led = reply.data.teams.filter(({ isLeader }) => isLeader);
    if (led.length === 0) {
      this.setData({ notice: WISH_WORDS.notLeader });
      return;
    }
    this.sharing = { ...NO_SHARING, limitYuan: this.data.wish?.limitYuan ?? 0, teams: led };
    this.setData({ shares: viewShares(this.sharing), notice: '' });
  },

  async onTeam({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    await this.openTeam(detail.value);
  },

  async openTeam(teamId: string) {
    const seat = volunteerSeatOf(await knownSession());
    if (seat === undefined) return;
    const reply = await teams.read({ teamId }, { actAs: seat.id });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.sharing = { ...this.sharing, teamId, members: reply.data.members, typed: {} };
    this.setData({ shares: viewShares(this.sharing), notice: '' });
  },

  onShare({ detail, currentTarget }: Typed) {
    const typed = { ...this.sharing.typed, [currentTarget.dataset.key]: detail.value };
    this.sharing = { ...this.sharing, typed };
    this.setData({ 'shares.left': viewShares(this.sharing).left });
  },

  async onTeamClaim() {
    const seat = volunteerSeatOf(await knownSession());
    if (seat === undefined || this.data.isBusy) return;
    const wrong = wrongShares(this.sharing);
    if (wrong !== '') {
      this.setData({ notice: wrong });
      scrollToTop();
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const input = { wishId: this.wishId, teamId: this.sharing.teamId, shares: sharesOf(this.sharing) };
    const reply = await changeOnce({ name: 'claimTeam', input }, (claim, options) =>
      wish.claimTeam(claim, { ...options, actAs: seat.id }),
    );
    this.afterClaim(reply.ok ? undefined : reply.problem);
  },

  onReportBack() {
    this.setData({ reporting: '' });
  },

  onReport({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: Reported }>) {
    this.setData({ reporting: currentTarget.dataset.kind, notice: '' });
  },

  async onAbuse({ detail }: WechatMiniprogram.CustomEvent<{ value: Abuse }>) {
    const { reporting: kind } = this.data;
    const seat = await ownSeat(() => true);
    if (kind === '') return;
    if (seat === undefined) {
      this.setData({ reporting: '', notice: REPORT_WORDS.first });
      return;
    }
    const input = { kind, subjectId: this.wishId, abuse: detail.value };
    const notice = await tellAbuse(input, { actAs: seat.id });
    this.setData({ reporting: '', notice, [`hasReported.${kind}`]: notice === REPORT_WORDS.done });
  },

  async onNext() {
    this.wishId = this.data.nextId;
    await whileWaiting(this, this.open());
  },

  onMine() {
    void wx.navigateTo({ url: '/packages/life/pages/my-wishes/my-wishes' });
  },

  async onAgain() {
    if (this.data.face.face === 'empty') this.onBoard();
    else await whileWaiting(this, this.open());
  },
});
