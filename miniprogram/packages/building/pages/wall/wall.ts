import type { Role } from '@domain/identity/role';
import { HEAD_WORDS, UNFILLED_WORDS } from '../../../../messages/building';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { inviteUrl } from '../../../../services/invite-way';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorIdOfKey } from '../../../../services/wall-units';
import { goInBuilding, headBar } from '../../bar';
import { raiseAboveSheet } from '../../services/above-sheet';
import { shareBuilding, type SharedCard } from '../../services/building-share';
import { plateAt, viewHeadWall, type HeadWallAnswer, type HeadWallView } from './wall.view';

const ROLES: readonly Role[] = ['BH'];
const CHOSEN = '.head-wall__doors >>> .door-wall__door--chosen';
const NOTHING_KEPT: Kept<HeadWallAnswer> = { data: undefined, at: 0, problem: undefined };
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;

Page({
  data: {
    look: FIRST_LOOK,
    words: HEAD_WORDS,
    unfilled: UNFILLED_WORDS.open,
    bar: headBar(),
    waiting: false,
    /** What is said of the chosen window stands over the foot of the page: the page stays where the window is. */
    isOpen: false,
    view: null as HeadWallView | null,
  },

  shown: null as HeadWallView | null,
  kept: NOTHING_KEPT,
  buildingId: '',
  unitId: '',

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewHeadWall({ kept: this.kept, chosen: '' }), ...deniedFace(ROLES) });
      return;
    }
    this.buildingId = seat.buildingId ?? '';
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.shown.chosen);
  },

  async open(chosen = '') {
    const { buildingId, unitId } = this;
    const query = { buildingId, ...(unitId === '' ? {} : { unitId }) };
    this.kept = await askKeeping({ kind: 'wall', id: `${buildingId} ${unitId}` }, census.readWall(query));
    showView(this, viewHeadWall({ kept: this.kept, chosen }));
  },

  async onTab({ detail }: Detail<{ value: string }>) {
    this.unitId = detail.value;
    await this.open();
  },

  onShareAppMessage(): SharedCard & { promise: Promise<SharedCard> } {
    return shareBuilding(this, this.buildingId);
  },

  onUnfilled() {
    void wx.navigateTo({ url: '/packages/building/pages/unfilled/unfilled' });
  },

  onIssues() {
    void wx.navigateTo({ url: '/packages/ledger/pages/ledger/ledger' });
  },

  onSeeDoor() {
    this.onClose();
    void wx.navigateTo({ url: `/packages/building/pages/door/door?door=${this.doorId()}` });
  },

  /** Family far away fills in for those who live here. */
  onInvite() {
    this.onClose();
    const plate = plateAt(this.kept.data, this.data.view?.chosen ?? '');
    void wx.navigateTo({ url: inviteUrl({ doorId: this.doorId(), ...plate }) });
  },

  doorId(): string {
    return doorIdOfKey(this.kept.data?.units ?? [], this.data.view?.chosen ?? '');
  },

  onDoor({ detail }: Detail<{ key: string }>) {
    showView(this, viewHeadWall({ kept: this.kept, chosen: detail.key }), { isOpen: true });
    raiseAboveSheet(CHOSEN);
  },

  /** The window stays marked, so that the eye finds it again. */
  onClose() {
    this.setData({ isOpen: false });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onGo({ detail }: Detail<{ key: string }>) {
    goInBuilding(detail.key);
  },
});
