import { AGE_BANDS, GENDER_CODES, type AgeBand, type GenderCode } from '@domain/census/codes';
import { ageBandTable, genderTable } from '@domain/codes/tables';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { COUNTED_WORDS } from '../../../../messages/matching';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { tilesOf } from '../../../../services/code-tiles';
import { household } from '../../../../services/household';
import { showView } from '../../../../services/show-view';
import { CONTENT, deniedFace, goFrom, openStaffPage, type FaceView } from '../../../../services/staff-page';

const ROLES: readonly Role[] = ['GW', 'CA', 'GV'];
const GENDERS = tilesOf(
  GENDER_CODES.filter((code) => code !== 9),
  genderTable,
);
const BANDS = tilesOf(AGE_BANDS, ageBandTable);

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'name' | 'phone' }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: COUNTED_WORDS,
    genders: GENDERS,
    bands: BANDS,
    waiting: false,
    gender: 0,
    ageBand: '',
    answer: '',
    problem: '',
    isBusy: false,
    view: null as FaceView | null,
  },

  shown: null as FaceView | null,
  doorId: '',
  name: '',
  phone: '',

  async onLoad({ door = '' }: { door?: string }) {
    this.doorId = door;
    const { seat } = await openStaffPage(ROLES);
    showView(this, seat === undefined ? deniedFace(ROLES) : CONTENT);
  },

  async onShow() {
    await refreshLook(this);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => undefined);
  },

  onType({ currentTarget, detail }: Typed) {
    this[currentTarget.dataset.field] = detail.value;
  },

  onGender({ detail }: WechatMiniprogram.CustomEvent<{ value: GenderCode }>) {
    this.setData({ gender: detail.value });
  },

  onAge({ detail }: WechatMiniprogram.CustomEvent<{ value: AgeBand }>) {
    this.setData({ ageBand: detail.value });
  },

  async onAsk() {
    const gender = GENDER_CODES.find((code) => code === this.data.gender);
    const ageBand = AGE_BANDS.find((code) => code === this.data.ageBand);
    const [name, phone] = [this.name.trim(), this.phone.trim()];
    if (gender === undefined || ageBand === undefined || name === '' || phone === '') {
      this.setData({ problem: COUNTED_WORDS.missing, answer: '' });
      return;
    }
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', answer: '' });
    const reply = await household.checkCounted({ doorId: this.doorId, name, phone, gender, ageBand });
    const isCounted = reply.ok && reply.data.isCounted;
    const answer = isCounted ? COUNTED_WORDS.yes : COUNTED_WORDS.no;
    this.setData({
      isBusy: false,
      answer: reply.ok ? answer : '',
      problem: reply.ok ? '' : sentenceFor(reply.problem),
    });
  },
});
