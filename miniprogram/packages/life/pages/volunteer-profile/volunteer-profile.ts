import type { OwnVolunteer } from '@domain/contract/volunteer';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { helpPlaces, type HelpTime, type Skill } from '@domain/volunteer/volunteer';
import { HELP_TIME_WORDS, SKILL_WORDS, tilesOf } from '../../../../messages/helping';
import { PROFILE_WORDS } from '../../../../messages/volunteer';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { scrollToTop } from '../../../../services/scroll';
import { refreshSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { sessionAtHand } from '../../services/own-seat';
import { volunteers } from '../../services/volunteers';
import { CONTENT_FACE, problemFace, volunteerSeatOf } from '../../services/wish-face';
import { viewProfile, type ProfileView } from './volunteer-profile.view';

type Chosen = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };
type Move = 'pause' | 'resume' | 'end';

const VOLUNTEER = '/packages/life/pages/volunteer/volunteer';

Page({
  data: {
    look: FIRST_LOOK,
    words: PROFILE_WORDS,
    skillTiles: tilesOf(SKILL_WORDS),
    timeTiles: tilesOf(HELP_TIME_WORDS),
    waiting: false,
    isBusy: false,
    isLeaving: false,
    notice: '',
    face: CONTENT_FACE,
    view: null as ProfileView | null,
  },

  shown: null as ProfileView | null,
  own: undefined as OwnVolunteer | undefined,
  seatId: '',
  phone: '',

  async onLoad() {
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const seat = volunteerSeatOf(await sessionAtHand());
    if (seat === undefined) {
      void wx.redirectTo({ url: VOLUNTEER });
      return;
    }
    this.seatId = seat.id;
    const reply = await volunteers.readOwn({}, { actAs: seat.id });
    if (reply.ok) this.show(reply.data, { face: CONTENT_FACE });
    else this.setData({ waiting: false, face: problemFace(reply.problem) });
  },

  show(own: OwnVolunteer, more: Record<string, unknown> = {}) {
    this.own = own;
    showView(this, viewProfile(own), more);
  },

  change(change: Partial<OwnVolunteer>, more: Record<string, unknown> = {}) {
    if (this.own !== undefined) this.show({ ...this.own, ...change }, more);
  },

  onSkills({ detail }: Chosen) {
    this.change({ skills: detail.values as Skill[] });
  },

  onTimes({ detail }: Chosen) {
    this.change({ times: detail.values as HelpTime[] });
  },

  onPlaces({ detail }: Chosen) {
    const before = this.own?.compoundIds ?? [];
    this.change({ compoundIds: [...helpPlaces(before, detail.values)] });
  },

  onPhone({ detail }: Chosen) {
    this.phone = detail.value;
  },

  async onSave() {
    await this.edit(undefined);
  },

  async onRest() {
    await this.edit(this.own?.state === 'paused' ? 'resume' : 'pause');
  },

  onLeave() {
    this.setData({ isLeaving: true });
  },

  onStay() {
    this.setData({ isLeaving: false });
  },

  async onLeaveYes() {
    await this.edit('end');
  },

  /** One change in the volunteer's seat; what is answered is drawn without asking again. */
  async send<Input, Reply extends Outcome>(
    change: { name: string; input: Input },
    send: (input: Input, options: ChangeOptions) => Promise<Reply>,
  ): Promise<Reply | undefined> {
    if (this.data.isBusy) return undefined;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce(change, (input, options) =>
      send(input, { ...options, actAs: this.seatId }),
    );
    const notice = reply.ok ? '' : sentenceFor(reply.problem);
    if (!reply.ok) this.setData({ isBusy: false, isLeaving: false, notice });
    scrollToTop();
    return reply;
  },

  async edit(move: Move | undefined) {
    const { own } = this;
    if (own === undefined) return;
    const { version, skills, times, compoundIds } = own;
    const phone = this.phone.trim();
    const input = {
      ...{ version, skills, times, compoundIds },
      ...(phone === '' ? {} : { phone }),
      ...(move === undefined ? {} : { move }),
    };
    const reply = await this.send({ name: 'editVolunteer', input }, volunteers.editOwn);
    if (reply?.ok !== true) return;
    if (move === 'end') {
      // The seat is gone with the volunteer.
      await refreshSession();
      void wx.redirectTo({ url: `${VOLUNTEER}?left=yes` });
      return;
    }
    const notice = move === undefined ? PROFILE_WORDS.saved : PROFILE_WORDS.moved[move];
    this.change(reply.data, { isBusy: false, notice });
  },

  async onHonour() {
    const { own } = this;
    if (own === undefined) return;
    const input = { version: own.version, isAllowed: !own.allowsHonour };
    const reply = await this.send({ name: 'allowHonour', input }, volunteers.allowHonour);
    if (reply?.ok !== true) return;
    const notice = PROFILE_WORDS.honourDone[input.isAllowed ? 'yes' : 'no'];
    const { version } = reply.data;
    this.change({ version, allowsHonour: input.isAllowed }, { isBusy: false, notice });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
