import { tokenOfCertificate } from '@domain/certificate/certificate-code';
import type { CertificatePaper } from '@domain/contract/certificate';
import { sentenceFor } from '@domain/kernel/problem';
import { CERTIFICATE_WORDS } from '../../../../messages/services';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { certificate } from '../../../../services/certificate';
import { NOBODY } from '../../../../services/client';
import { paintPicture } from '../../../../services/picture';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { certificatePicture } from '../../services/certificate-picture';
import { viewCertificate, type CertificateState, type CertificateView } from './certificate.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

const NOTHING: CertificateState = {
  mode: 'check',
  facts: undefined,
  code: '',
  problem: undefined,
  codeProblem: '',
};

Page({
  data: {
    look: FIRST_LOOK,
    words: CERTIFICATE_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as CertificateView | null,
  },

  shown: null as CertificateView | null,
  state: NOTHING,
  paper: undefined as CertificatePaper | undefined,
  id: '',
  seatId: '',

  /** `id` and `seat` open the own paper; without them somebody checks a code. */
  async onLoad({ id = '', seat = '' }: Record<string, string | undefined>) {
    this.setData({ look: await currentLook() });
    Object.assign(this, { id, seatId: seat });
    if (id === '') this.show({});
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await certificate.readPaper({ certificateId: this.id }, { actAs: this.seatId });
    this.paper = reply.ok ? reply.data : undefined;
    const { code = '', ...facts } = this.paper ?? {};
    if (reply.ok) {
      this.show({ mode: 'own', facts: facts as CertificateState['facts'], code, problem: undefined });
    } else this.show({ mode: 'own', problem: reply.problem });
  },

  show(change: Partial<CertificateState>) {
    this.state = { ...this.state, ...change };
    showView(this, viewCertificate(this.state), { isBusy: false });
  },

  onCode({ detail }: Typed) {
    this.state = { ...this.state, code: detail.value };
  },

  /** A slip of the finger is told here, and asks nobody. */
  async onCheck() {
    const { code } = this.state;
    if (this.data.isBusy) return;
    if (tokenOfCertificate(code) === undefined) {
      const { missing, mistyped } = CERTIFICATE_WORDS;
      this.show({ codeProblem: code.trim() === '' ? missing : mistyped });
      return;
    }
    this.setData({ isBusy: true });
    const reply = await certificate.verify({ code }, { actAs: NOBODY });
    if (reply.ok) this.show({ facts: reply.data, codeProblem: '' });
    else {
      const isUnknown = reply.problem.code === 'NOT_FOUND';
      this.show({ codeProblem: isUnknown ? CERTIFICATE_WORDS.unknown : sentenceFor(reply.problem) });
    }
  },

  onAgain() {
    this.show({ ...NOTHING });
  },

  async onPicture() {
    if (this.paper === undefined) return;
    const path = await paintPicture(this, certificatePicture(this.paper));
    this.setData({ notice: path === '' ? CERTIFICATE_WORDS.notSaved : '' });
    if (path !== '') void wx.previewImage({ urls: [path] });
  },

  async onAct() {
    if (this.shown?.action === CERTIFICATE_WORDS.toHome) void wx.switchTab({ url: '/pages/home/home' });
    else await whileWaiting(this, this.open());
  },
});
