import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { UNITS_WORDS } from '../../../../messages/people';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { area } from '../../../../services/area';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { users } from '../../services/users';
import { BACK, missingIn, NO_UNITS, viewUnits, type UnitsView } from './units.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
/** What one call takes. */
const UNITS_AT_ONCE = 20;
type Choose = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: UNITS_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    comment: '',
    view: null as UnitsView | null,
  },

  shown: null as UnitsView | null,
  state: NO_UNITS,
  compoundId: '',
  buildingId: '',

  async onLoad({ compound = '', building = '' }: Record<string, string | undefined>) {
    this.compoundId = compound;
    this.buildingId = building;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewUnits(this.state), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    if (this.buildingId === '') await this.openBuildings();
    else await this.openUnits();
  },

  async openBuildings() {
    const reply = await area.listBuildings({ compoundId: this.compoundId });
    if (!reply.ok) {
      showView(this, { ...viewUnits(this.state), ...faceOf(reply.problem) });
      return;
    }
    const buildings = reply.data.buildings.map(({ id, label, zone = '' }) => ({
      value: id,
      label: `${zone}${label}号楼`,
    }));
    this.state = { ...this.state, buildings };
    showView(this, viewUnits(this.state));
  },

  async openUnits(more: Record<string, unknown> = {}) {
    const reply = await users.listUnits({ buildingId: this.buildingId });
    if (!reply.ok) {
      showView(this, { ...viewUnits(this.state), ...faceOf(reply.problem) }, more);
      return;
    }
    this.state = { ...this.state, answer: reply.data };
    showView(this, viewUnits(this.state), more);
  },

  async onBuilding({ detail }: Choose) {
    this.buildingId = detail.value;
    await whileWaiting(this, this.openUnits());
  },

  onUnit({ detail }: Choose) {
    this.state = { ...this.state, unitIds: detail.values };
    showView(this, viewUnits(this.state), { notice: '' });
  },

  onTaker({ detail }: Choose) {
    this.state = { ...this.state, toId: detail.value };
    showView(this, viewUnits(this.state), { notice: '' });
  },

  onComment({ detail }: Choose) {
    this.setData({ comment: detail.value });
  },

  async onGive() {
    if (this.data.isBusy) return;
    const missing = missingIn(this.state);
    if (missing !== '') {
      this.setData({ notice: missing });
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const notice = await this.give();
    this.state = { ...this.state, unitIds: [], toId: '' };
    await this.openUnits({ isBusy: false, notice, comment: '' });
  },

  /** A tall list of units goes in several calls. */
  async give(): Promise<string> {
    const { unitIds, toId } = this.state;
    const comment = this.data.comment.trim();
    let given = 0;
    for (let from = 0; from < unitIds.length; from += UNITS_AT_ONCE) {
      const input = {
        buildingId: this.buildingId,
        unitIds: unitIds.slice(from, from + UNITS_AT_ONCE),
        ...(toId === BACK ? {} : { toSeatId: toId }),
        ...(comment === '' ? {} : { comment }),
      };
      const reply = await changeOnce({ name: 'assignUnits', input }, users.assignUnits);
      if (!reply.ok) return sentenceFor(reply.problem);
      given += reply.data.units;
    }
    return given === 0 ? UNITS_WORDS.same : UNITS_WORDS.given(given);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
