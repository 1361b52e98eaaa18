import { plateWords } from '@domain/area/plate';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { INVITE_WORDS } from '../../../../messages/family';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { family } from '../../../../services/family';
import { newOpId } from '../../../../services/new-op-id';
import { sharePrivately } from '../../../../services/private-share';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { CONTENT, deniedFace, goFrom, openStaffPage, type FaceView } from '../../../../services/staff-page';

const ROLES: readonly Role[] = ['BH', 'GW', 'GV', 'CA'];

Page({
  data: {
    look: FIRST_LOOK,
    words: INVITE_WORDS,
    waiting: false,
    plate: { compound: '', line: '' },
    isReady: false,
    isBusy: false,
    problem: '',
    view: null as FaceView | null,
  },

  shown: null as FaceView | null,
  doorId: '',
  /** Made here and known to the cloud by a keyed digest alone; a second try is the same invitation. */
  token: '',

  /** The page that leads here says which door it is, so that this one need not ask. */
  async onLoad({ door = '', compound = '', line = '' }: Record<string, string | undefined>) {
    this.doorId = door;
    const { seat } = await openStaffPage(ROLES);
    const plate = { compound: decodeURIComponent(compound), line: decodeURIComponent(line) };
    if (seat === undefined) showView(this, deniedFace(ROLES));
    else showView(this, CONTENT, { plate });
    sharePrivately(true);
  },

  onUnload() {
    sharePrivately(false);
  },

  async onShow() {
    await refreshLook(this);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => undefined);
  },

  async onMake() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    if (this.token === '') this.token = await newOpId();
    const input = { doorId: this.doorId, token: this.token };
    const reply = await changeOnce({ name: 'mintInvitation', input }, family.mintInvitation);
    if (reply.ok) this.setData({ isBusy: false, isReady: true, plate: reply.data.plate });
    else this.setData({ isBusy: false, problem: sentenceFor(reply.problem) });
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { plate } = this.data;
    return {
      title: INVITE_WORDS.card(plateWords(plate).trim()),
      path: `/packages/family/pages/invitation/invitation?i=${this.token}`,
    };
  },
});
