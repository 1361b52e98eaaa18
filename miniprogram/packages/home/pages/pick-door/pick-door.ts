import type { ProblemReport } from '@domain/kernel/problem';
import { CHINESE } from '../../../../messages/language';
import { PICK_WORDS } from '../../../../messages/pick';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { area } from '../../../../services/area';
import { announceArrival } from '../../../../services/arrival';
import { changedPaths } from '../../../../services/changed-paths';
import { NOBODY } from '../../../../services/client';
import { currentLanguage, otherTexts, pageTexts } from '../../../../services/language';
import { callNumber } from '../../../../services/phone-call';
import { knownSession } from '../../../../services/session';
import { readingSentence } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { EMPTY_PICK, viewPick, type PickState, type PickView } from './pick-door.view';

/** A person types a name in one go; each letter is not a question. */
const TYPING_PAUSE_MS = 400;
const AS_NOBODY = { actAs: NOBODY };

type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    ...pageTexts(CHINESE, PICK_WORDS),
    phone: '',
    waiting: false,
    isMissing: false,
    missingDetail: '',
    view: null as PickView | null,
  },

  state: EMPTY_PICK,
  say: CHINESE.say,
  shown: null as PickView | null,
  carrier: '',
  /** Another page asked for a door: it gets the ticket, and no form is begun. */
  goesBack: false,
  cursor: undefined as string | undefined,
  typing: undefined as Timer | undefined,
  /** The last question asked, to be asked again after a lost answer. */
  again: (): Promise<void> => Promise.resolve(),

  async onLoad({
    building = '',
    compound = '',
    carrier = '',
    back = '',
  }: Record<string, string | undefined>) {
    this.goesBack = back !== '';
    const [session, look, language] = await Promise.all([knownSession(), currentLook(), currentLanguage()]);
    const { say, pick: words = PICK_WORDS } = language;
    this.say = say;
    this.state = { ...EMPTY_PICK, words };
    const phone = session.campaign?.publicPhone ?? '';
    this.carrier = carrier;
    this.setData({ look, phone, ...otherTexts(language, words), missingDetail: words.missingDetail(phone) });
    if (building !== '') await this.openDoors(building, '');
    else if (compound !== '') await this.openBuildings(compound);
    else await this.search('');
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.typing?.cancel();
  },

  async search(text: string, cursor?: string) {
    this.again = () => this.search(text, cursor);
    const query = { text, ...(cursor === undefined ? {} : { cursor }) };
    const reply = await whileWaiting(this, area.searchCompounds(query, AS_NOBODY));
    if (!reply.ok) {
      this.fail(reply.problem);
      return;
    }
    const found = reply.data.compounds.map(({ id, name }) => ({ id, label: name }));
    this.cursor = reply.data.next;
    this.show({
      text,
      compounds: cursor === undefined ? found : [...this.state.compounds, ...found],
      hasMoreCompounds: this.cursor !== undefined,
      compound: undefined,
      building: undefined,
      plate: undefined,
    });
  },

  async openBuildings(compoundId: string, cursor?: string) {
    this.again = () => this.openBuildings(compoundId, cursor);
    const query = { compoundId, ...(cursor === undefined ? {} : { cursor }) };
    const reply = await whileWaiting(this, area.listBuildings(query, AS_NOBODY));
    if (!reply.ok) {
      this.fail(reply.problem);
      return;
    }
    const { compound, buildings, next } = reply.data;
    const found = buildings.map(({ id, label, zone = '' }) => ({
      id,
      label: zone + this.state.words.buildingName(label),
    }));
    this.cursor = next;
    this.show({
      compound: { id: compound.id, label: compound.name },
      buildings: cursor === undefined ? found : [...this.state.buildings, ...found],
      hasMoreBuildings: next !== undefined,
      building: undefined,
      plate: undefined,
    });
  },

  async openDoors(buildingId: string, unitId: string) {
    this.again = () => this.openDoors(buildingId, unitId);
    const query = { buildingId, ...(unitId === '' ? {} : { unitId }) };
    const reply = await whileWaiting(this, area.listDoors(query, AS_NOBODY));
    if (!reply.ok) {
      this.fail(reply.problem);
      return;
    }
    const { plate, doors } = reply.data;
    const units = reply.data.units.map(({ id, label }) => ({ id, label: this.say(label) }));
    const label = this.state.buildings.find(({ id }) => id === buildingId)?.label ?? plate.line;
    const building = { id: buildingId, label };
    // The cloud answers with one unit's doors. Of several units nobody has chosen that one: 502 may be next door.
    const isOpen = unitId !== '' || units.length <= 1;
    const opened = isOpen ? { unitId: reply.data.unitId, doors } : { unitId: '', doors: [] };
    this.show({ building, plate, units, ...opened, group: 0 });
  },

  async pickDoor(doorId: string) {
    this.again = () => this.pickDoor(doorId);
    const reply = await area.pickDoor({ doorId }, AS_NOBODY);
    if (!reply.ok) {
      this.fail(reply.problem);
      return;
    }
    const { ticket, plate } = reply.data;
    if (this.goesBack) {
      this.getOpenerEventChannel().emit?.('picked', { ticket, plate });
      void wx.navigateBack();
      return;
    }
    announceArrival({ by: 'ticket', ticket, doorId, plate, carrier: this.carrier });
    void wx.switchTab({ url: '/pages/census/entry/entry' });
  },

  onType({ detail }: Choose) {
    this.typing?.cancel();
    this.typing = after(TYPING_PAUSE_MS, () => void this.search(detail.value.trim()));
  },

  async onCompound({ detail }: Choose) {
    // A name half typed must not bring the list of compounds back over the buildings.
    this.typing?.cancel();
    await this.openBuildings(detail.value);
  },

  async onBuilding({ detail }: Choose) {
    await this.openDoors(detail.value, '');
  },

  async onUnit({ detail }: Choose) {
    await this.openDoors(this.state.building?.id ?? '', detail.value);
  },

  onGroup({ detail }: Choose) {
    this.show({ group: Number(detail.value) });
  },

  async onDoor({ detail }: Choose) {
    await this.pickDoor(detail.value);
  },

  async onChange({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    if (detail.key === 'building') await this.changeBuilding();
    else if (this.state.compounds.length === 0) await this.search('');
    else this.show({ compound: undefined, building: undefined, plate: undefined, buildings: [] });
  },

  /** A card names one building alone: its neighbours are found by the name of the compound. */
  async changeBuilding() {
    const { compound, plate } = this.state;
    if (compound !== undefined) {
      this.show({ building: undefined, plate: undefined, doors: [] });
      return;
    }
    const name = plate?.compound ?? '';
    await this.search(name);
    const found = this.state.compounds.find(({ label }) => label === name);
    if (found !== undefined) await this.openBuildings(found.id);
  },

  async onMore() {
    const { compound, text } = this.state;
    if (compound === undefined) await this.search(text, this.cursor);
    else await this.openBuildings(compound.id, this.cursor);
  },

  async onAgain() {
    await this.again();
  },

  onMissing() {
    this.setData({ isMissing: true });
  },

  onFound() {
    this.setData({ isMissing: false });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  fail(problem: Pick<ProblemReport, 'code' | 'details'>) {
    const isOffline = problem.code === 'OFFLINE';
    this.show({ problem: isOffline ? this.state.words.offline : this.say(readingSentence(problem)) });
  },

  show(change: Partial<PickState>) {
    this.state = { ...this.state, problem: '', ...change };
    const view = viewPick(this.state);
    const paths = changedPaths('view', this.shown, view);
    this.shown = view;
    this.setData({ ...paths, ...(this.data.waiting ? { waiting: false } : {}) });
  },
});
