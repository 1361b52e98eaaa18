import type { Role } from '@domain/identity/role';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { audit } from '../../../../services/audit';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { goInManage, manageBar } from '../../bar';
import { CHAINS, NOT_VERIFIED, viewVerify, type VerifyState, type VerifyView } from './verify.view';

const ROLES: readonly Role[] = ['SA', 'AU'];
const CHAINS_A_STEP = 4;

Page({
  data: {
    look: FIRST_LOOK,
    bar: manageBar('AU'),
    chains: CHAINS,
    waiting: false,
    view: null as VerifyView | null,
  },

  shown: null as VerifyView | null,
  state: NOT_VERIFIED,
  isLeft: false,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    const view = viewVerify(this.state);
    if (seat === undefined) showView(this, { ...view, ...deniedFace(ROLES) });
    else showView(this, view, { bar: manageBar(seat.role) });
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.isLeft = true;
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void this.verifyAll());
  },

  /** Chain by chain; it ends at the first link that does not fit. */
  async verifyAll() {
    if (this.state.isRunning) return;
    this.show({ ...NOT_VERIFIED, isRunning: true });
    for (let shard = 0; shard < CHAINS; shard += 1) {
      const mayGoOn = await this.verifyChain(shard);
      if (!mayGoOn) return;
    }
    this.show({ ...this.state, isRunning: false });
  },

  /** Stretch by stretch; false where it has to end. */
  async verifyChain(shard: number): Promise<boolean> {
    let after: number | undefined;
    do {
      const reply = await audit.verify({ shard, ...(after === undefined ? {} : { after }) });
      if (this.isLeft) return false;
      if (!reply.ok) {
        this.show({ ...this.state, isRunning: false, problem: reply.problem });
        return false;
      }
      const { isIntact, links, records, firstBadSeq = 0, next } = reply.data;
      this.state = {
        ...this.state,
        links: this.state.links + links,
        records: this.state.records + records,
      };
      if (!isIntact) {
        this.show({ ...this.state, isRunning: false, bad: { chain: shard, seq: firstBadSeq } });
        return false;
      }
      after = next;
    } while (after !== undefined);
    this.state = { ...this.state, done: shard + 1 };
    // A drawing for each chain would be more than anybody sees.
    if (this.state.done % CHAINS_A_STEP === 0) this.show(this.state);
    return true;
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInManage(detail.key);
  },

  show(next: VerifyState) {
    this.state = next;
    showView(this, viewVerify(next));
  },
});
