import type { TacticPart } from '@domain/contract/tactic';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { TACTIC_WAYS } from '@domain/work/tactic';
import { TACTIC_WORDS } from '../../../../messages/tactic';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { tactic } from '../../../../services/tactic';
import { whileWaiting } from '../../../../services/waiting';
import { viewTactic, WAY_TILES, type TacticAnswer, type TacticState, type TacticView } from './tactic.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'GW'];
const NOTHING_KEPT: Kept<TacticAnswer> = { data: undefined, at: 0, problem: undefined };
const NOTHING: TacticState = { kept: NOTHING_KEPT, above: '', editing: undefined };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ values: string[] }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: TACTIC_WORDS,
    tiles: WAY_TILES,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as TacticView | null,
  },

  shown: null as TacticView | null,
  state: NOTHING,
  /** Scopes from where the page began down to the one that is shown. */
  path: [] as { id: string; name: string }[],

  async onLoad({ area = '' }: Record<string, string | undefined>) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewTactic(this.state), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open(area));
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.areaId());
  },

  async open(areaId: string, more: Record<string, unknown> = {}) {
    const query = areaId === '' ? {} : { areaId };
    const kept = await askKeeping<TacticAnswer>({ kind: 'tactic', id: areaId }, tactic.readBoard(query));
    const { data } = kept;
    if (this.path.length === 0 && data !== undefined) this.path = [{ id: data.id, name: data.name }];
    this.show({ kept, above: this.path[this.path.length - 2]?.name ?? '' }, more);
  },

  show(change: Partial<TacticState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewTactic(this.state), more);
  },

  areaId(): string {
    return this.path[this.path.length - 1]?.id ?? '';
  },

  async onPart(event: Keyed) {
    const { key } = event.currentTarget.dataset;
    const part = this.state.kept.data?.parts.find(({ id }) => id === key);
    if (part === undefined) return;
    if (this.shown?.opensBelow !== true) {
      this.show({ editing: { id: part.id, ways: part.ways } }, { notice: '' });
      scrollToPlace('#ways');
      return;
    }
    this.path = [...this.path, { id: part.id, name: part.name }];
    await this.open(part.id, { notice: '' });
  },

  async onUp() {
    this.path = this.path.slice(0, -1);
    this.state = { ...this.state, editing: undefined };
    await this.open(this.areaId(), { notice: '' });
  },

  onWays({ detail }: Choose) {
    const { editing } = this.state;
    if (editing !== undefined) this.show({ editing: { ...editing, ways: detail.values } });
  },

  onLater() {
    this.show({ editing: undefined });
  },

  async onSave() {
    const { editing, kept } = this.state;
    const part = kept.data?.parts.find(({ id }) => id === editing?.id);
    if (editing === undefined || part === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const ways = TACTIC_WAYS.filter((way) => editing.ways.includes(way));
    const input = { compoundId: part.id, version: part.version, ways };
    const reply = await changeOnce({ name: 'editTactic', input }, tactic.editTactic);
    if (reply.ok) {
      const changed = withPart(kept, { ...part, ways, version: reply.data.version });
      this.show({ editing: undefined, kept: changed }, { isBusy: false, notice: TACTIC_WORDS.saved });
      return;
    }
    // Somebody else chose meanwhile: what they chose is shown, and the own choice stays to be sent again.
    const isStale = reply.problem.code === 'STALE_VERSION';
    const notice = isStale ? TACTIC_WORDS.stale : sentenceFor(reply.problem);
    if (isStale) await this.open(this.areaId(), { isBusy: false, notice });
    else this.setData({ isBusy: false, notice });
  },

  onHard() {
    const area = this.state.kept.data?.id ?? '';
    void wx.navigateTo({ url: `/packages/manage/pages/hard-doors/hard-doors?area=${area}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(this.areaId())));
  },
});

/** The board with one part as it now is; the figures beside it have not moved. */
function withPart(kept: Kept<TacticAnswer>, part: TacticPart): Kept<TacticAnswer> {
  const { data } = kept;
  if (data === undefined) return kept;
  return { ...kept, data: { ...data, parts: data.parts.map((one) => (one.id === part.id ? part : one)) } };
}
