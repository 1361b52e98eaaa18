import { ROLE_WORDS, type Role } from '@domain/identity/role';
import { APPOINTED_ROLES, DUTIES, GROUND_OF, placesMax, type AppointedRole } from '@domain/identity/seat';
import { sentenceFor } from '@domain/kernel/problem';
import { OFFER_WORDS, PEOPLE_WORDS } from '../../../../messages/people';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { area } from '../../../../services/area';
import { board } from '../../../../services/board';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { users } from '../../services/users';
import { missingIn, NEW_OFFER, viewOffer, type Named, type OfferView } from './offer.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
type Choose = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: OFFER_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    /** '' while it is being written · asked · open */
    made: '',
    view: null as OfferView | null,
  },

  shown: null as OfferView | null,
  state: NEW_OFFER,
  token: '',

  async onLoad({ role = 'GW' }: Record<string, string | undefined>) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewOffer(this.state), ...deniedFace(ROLES) });
      return;
    }
    const known = APPOINTED_ROLES.find((one) => one === role) ?? 'GW';
    this.state = { ...NEW_OFFER, viewer: seat.role, role: known };
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** The board of the seat's own scope names what lies below it. */
  async open() {
    const reply = await board.readProgress({});
    if (!reply.ok) {
      showView(this, { ...viewOffer(this.state), ...faceOf(reply.problem) });
      return;
    }
    const { id, name, kind, rows } = reply.data;
    const own: Named = { id, name };
    this.state =
      kind === 'street'
        ? { ...this.state, communities: rows.map((row) => ({ id: row.id, name: row.name })) }
        : { ...this.state, communities: [own], community: own, compounds: rows };
    await this.enter(this.state.role);
  },

  /** The places that this role can stand on, as far as the way there has been chosen. */
  async enter(role: AppointedRole) {
    this.state = { ...this.state, role, places: [], placeIds: [] };
    const { communities, community, compound, compounds } = this.state;
    const ground = GROUND_OF[role];
    if (ground === 'community') this.state = { ...this.state, places: communities };
    if (ground === 'compound' && community !== undefined) this.state = { ...this.state, places: compounds };
    if (ground === 'grid') await this.findGrids(compounds[0]);
    if (ground === 'building') await this.findBuildings(compound);
    showView(this, viewOffer(this.state));
  },

  async findGrids(compound: Named | undefined) {
    if (compound === undefined) return;
    const reply = await area.listGrids({ compoundId: compound.id });
    if (reply.ok) this.state = { ...this.state, places: reply.data.grids };
    else this.setData({ notice: sentenceFor(reply.problem) });
  },

  async findBuildings(compound: Named | undefined) {
    if (compound === undefined) return;
    const reply = await area.listBuildings({ compoundId: compound.id });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const places = reply.data.buildings.map(({ id, label, zone = '' }) => ({
      id,
      name: `${zone}${label}号楼`,
    }));
    this.state = { ...this.state, places };
  },

  async onRole({ detail }: Choose) {
    const role = APPOINTED_ROLES.find((one) => one === detail.value);
    if (role === undefined) return;
    this.state = { ...this.state, duty: undefined };
    await this.enter(role);
  },

  onDuty({ detail }: Choose) {
    this.state = { ...this.state, duty: DUTIES.find((one) => one === detail.value) };
    showView(this, viewOffer(this.state));
  },

  /** A community first, then a compound. */
  async onStep({ detail }: Choose) {
    const compound = this.state.compounds.find(({ id }) => id === detail.value);
    if (compound === undefined) await this.enterCommunity(detail.value);
    else this.state = { ...this.state, compound };
    await this.enter(this.state.role);
  },

  async enterCommunity(areaId: string) {
    const reply = await board.readProgress({ areaId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const { id, name, rows } = reply.data;
    this.state = { ...this.state, community: { id, name }, compounds: rows };
  },

  onPlace({ detail }: Choose) {
    const placeIds = placesMax(this.state.role) > 1 ? detail.values : [detail.value];
    this.state = { ...this.state, placeIds };
    showView(this, viewOffer(this.state), { notice: '' });
  },

  onName({ detail }: Choose) {
    this.state = { ...this.state, name: detail.value };
  },

  onTerm({ detail }: Choose) {
    this.state = { ...this.state, days: detail.value };
    showView(this, viewOffer(this.state));
  },

  async onSend() {
    if (this.data.isBusy) return;
    const missing = missingIn(this.state);
    if (missing !== '') {
      this.setData({ notice: missing });
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const { role, duty, placeIds, name, days } = this.state;
    const term = { days: Number(days), ...(duty === undefined ? {} : { duty }) };
    const input = { role, name, areaIds: [...placeIds], ...term };
    const reply = await changeOnce({ name: 'offerSeat', input }, users.offerSeat);
    if (!reply.ok) this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
    else await this.finish(reply.data);
  },

  async finish({ offerId, state }: { offerId: string; state: 'asked' | 'open' }) {
    if (state === 'open') {
      const link = await changeOnce({ name: 'showOffer', input: { offerId } }, users.showOffer);
      // Without its link the offer waits in the list, whence it can be sent as well.
      if (!link.ok) {
        leavePage();
        return;
      }
      this.token = link.data.token;
    }
    this.setData({ isBusy: false, made: state });
  },

  onShareAppMessage(): { title: string; path: string } {
    const title = PEOPLE_WORDS.share(ROLE_WORDS[this.state.role]);
    return { title, path: `/packages/seat/pages/join/join?offer=${this.token}` };
  },

  onAgain() {
    this.token = '';
    this.state = { ...this.state, name: '', placeIds: [] };
    showView(this, viewOffer(this.state), { made: '', notice: '' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
