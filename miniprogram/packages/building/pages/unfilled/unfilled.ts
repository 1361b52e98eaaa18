import type { Role } from '@domain/identity/role';
import { UNFILLED_WORDS } from '../../../../messages/building';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorMemory, NO_MEMORY } from '../../services/door-memory';
import type { HeadWallAnswer } from '../wall/wall.view';
import { viewUnfilled, type UnfilledState, type UnfilledView } from './unfilled.view';

const ROLES: readonly Role[] = ['BH'];
const NOTHING_KEPT: Kept<HeadWallAnswer> = { data: undefined, at: 0, problem: undefined };

Page({
  data: {
    look: FIRST_LOOK,
    words: UNFILLED_WORDS,
    waiting: false,
    view: null as UnfilledView | null,
  },

  shown: null as UnfilledView | null,
  state: { kept: NOTHING_KEPT, unitId: '', pages: 1, memory: NO_MEMORY },
  buildingId: '',

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewUnfilled(this.state), ...deniedFace(ROLES) });
      return;
    }
    this.buildingId = seat.buildingId ?? '';
    await whileWaiting(this, this.open(''));
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.state.unitId);
  },

  async open(unitId: string) {
    const { buildingId } = this;
    const isHere = this.state.kept.data?.units.some(({ id }) => id === unitId) === true;
    const query = { buildingId, ...(unitId === '' || isHere ? {} : { unitId }) };
    const kept = await askKeeping(
      { kind: 'wall', id: `${buildingId} ${query.unitId ?? ''}` },
      census.readWall(query),
    );
    this.show({ kept, unitId, memory: await doorMemory() });
  },

  async onTab({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const isHere = this.state.kept.data?.units.some(({ id }) => id === detail.value) === true;
    if (isHere) this.show({ unitId: detail.value, pages: 1 });
    else await this.open(detail.value);
  },

  onMore() {
    this.show({ pages: this.state.pages + 1 });
  },

  onDoor({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void wx.navigateTo({ url: `/packages/building/pages/door/door?door=${detail.key}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(this.state.unitId)));
  },

  show(change: Partial<UnfilledState>) {
    this.state = { ...this.state, ...change };
    showView(this, viewUnfilled(this.state));
  },
});
