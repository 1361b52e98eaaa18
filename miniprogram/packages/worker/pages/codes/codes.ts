import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { CODES_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { forgetDocument, openDocument } from '../../../../services/documents';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { link } from '../../../../services/link';
import { print } from '../../../../services/print';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorIdOfKey } from '../../../../services/wall-units';
import type { WallAnswer } from '../wall/wall.view';
import { doorName, openingWords, viewCodes, type CodesView } from './codes.view';

const ROLES: readonly Role[] = ['GW', 'CA', 'SA'];
const NOTHING_KEPT: Kept<WallAnswer> = { data: undefined, at: 0, problem: undefined };
const NOT_ASKING = { show: false, title: '' };

Page({
  data: {
    look: FIRST_LOOK,
    words: CODES_WORDS,
    waiting: false,
    isPrinting: false,
    printed: '',
    printedDetail: '',
    isBusy: false,
    revoked: '',
    asking: NOT_ASKING,
    view: null as CodesView | null,
  },

  shown: null as CodesView | null,
  kept: NOTHING_KEPT,
  buildingId: '',
  doorKey: '',
  fileName: '',

  async onLoad({ building = '' }: Record<string, string | undefined>) {
    this.buildingId = building;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewCodes(this.kept), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    if (this.fileName !== '') forgetDocument(this.fileName);
  },

  async open() {
    const { buildingId } = this;
    this.kept = await askKeeping({ kind: 'wall', id: `${buildingId} ` }, census.readWall({ buildingId }));
    showView(this, viewCodes(this.kept));
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  /** Made anew each time: the address of the last one may be over, and what is printed already keeps its code. */
  async onPrint() {
    if (this.data.isPrinting) return;
    this.setData({ isPrinting: true, printed: '', printedDetail: '' });
    const { buildingId } = this;
    const reply = await changeOnce({ name: 'printStickers', input: { buildingId } }, print.printStickers);
    if (!reply.ok) {
      this.setData({ isPrinting: false, printed: sentenceFor(reply.problem) });
      return;
    }
    const { url, fileName, stickers, pages } = reply.data;
    this.fileName = fileName;
    const opening = await openDocument({ url, fileName });
    this.setData({
      isPrinting: false,
      printed: CODES_WORDS.printed(stickers, pages),
      printedDetail: openingWords(opening),
    });
  },

  onDoor({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.doorKey = detail.key;
    const title = CODES_WORDS.revokeAsk(doorName(this.kept.data, detail.key));
    this.setData({ asking: { show: true, title }, revoked: '' });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onRevoke() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const { data } = this.kept;
    const doorId = doorIdOfKey(data?.units ?? [], this.doorKey);
    const reply = await changeOnce({ name: 'revokeDoorCode', input: { doorId } }, link.revokeDoorCode);
    const name = doorName(data, this.doorKey);
    const words = reply.ok && reply.data.revoked > 0 ? CODES_WORDS.revoked(name) : CODES_WORDS.noCode(name);
    const revoked = reply.ok ? words : sentenceFor(reply.problem);
    this.setData({ isBusy: false, asking: NOT_ASKING, revoked });
  },
});
