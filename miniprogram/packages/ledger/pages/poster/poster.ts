import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { POSTER_WORDS } from '../../../../messages/poster';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { forgetDocument, openDocument } from '../../../../services/documents';
import { print } from '../../../../services/print';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { CONTENT, deniedFace, goFrom, openStaffPage, type FaceView } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';

const ROLES: readonly Role[] = ['CA', 'SA'];

Page({
  data: {
    look: FIRST_LOOK,
    words: POSTER_WORDS,
    waiting: false,
    isPrinting: false,
    printed: '',
    printedDetail: '',
    view: null as FaceView | null,
  },

  shown: null as FaceView | null,
  fileName: '',

  async onLoad() {
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    if (this.fileName !== '') forgetDocument(this.fileName);
  },

  async open() {
    const { seat } = await openStaffPage(ROLES);
    showView(this, seat === undefined ? deniedFace(ROLES) : CONTENT);
  },

  /** Made anew each time: the address of the last one may be over. */
  async onPrint() {
    if (this.data.isPrinting) return;
    this.setData({ isPrinting: true, printed: '', printedDetail: '' });
    const reply = await changeOnce({ name: 'printPoster', input: {} }, print.printPoster);
    if (!reply.ok) {
      this.setData({ isPrinting: false, printed: sentenceFor(reply.problem) });
      return;
    }
    const { url, fileName } = reply.data;
    this.fileName = fileName;
    const opening = await openDocument({ url, fileName });
    this.setData({
      isPrinting: false,
      printed: POSTER_WORDS.printed,
      printedDetail: POSTER_WORDS.after[opening],
    });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
