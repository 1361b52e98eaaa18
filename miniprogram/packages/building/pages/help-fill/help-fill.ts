import { RELATION_CODES } from '@domain/census/codes';
import type { Helper } from '@domain/census/household-form';
import { sentenceFor } from '@domain/kernel/problem';
import type { Role } from '@domain/identity/role';
import { readName } from '@domain/register/person-name';
import { HELP_FILL_WORDS } from '../../../../messages/building';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { NOBODY } from '../../../../services/client';
import { trueNow } from '../../../../services/clock';
import type { Draft } from '../../../../services/draft';
import { findDraft, saveDraft } from '../../../../services/drafts';
import { family } from '../../../../services/family';
import { newAnswers } from '../../../../services/household-answers';
import { askKeeping } from '../../../../services/kept-answers';
import { newOpId } from '../../../../services/new-op-id';
import { scrollToPlace } from '../../../../services/scroll';
import { knownSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_MEMORY } from '../../services/door-memory';
import { viewHeadDoor } from '../door/door.view';
import {
  missingOf,
  NO_HELP,
  RELATIONS,
  viewHelpFill,
  type HelpFillView,
  type Missing,
} from './help-fill.view';

const ROLES: readonly Role[] = ['BH'];
const BUILDING_HEAD_FILLS = 5;
const NOTHING_MISSING: Missing = {};

Page({
  data: {
    look: FIRST_LOOK,
    words: HELP_FILL_WORDS,
    relations: RELATIONS,
    consents: [{ value: 'yes', label: HELP_FILL_WORDS.consent }],
    waiting: false,
    consent: [] as readonly string[],
    name: '',
    relation: '',
    /** What is missing, at its field. */
    missing: NOTHING_MISSING,
    problem: '',
    isBusy: false,
    view: null as HelpFillView | null,
  },

  shown: null as HelpFillView | null,
  doorId: '',
  buildingId: '',
  noticeVersion: '',
  /** Made anew once a quarter of an hour has begun: each is one word of the household. */
  token: '',
  draft: undefined as Draft | undefined,

  async onLoad({ door = '' }: { door?: string }) {
    this.doorId = door;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...NO_HELP, ...deniedFace(ROLES) });
      return;
    }
    this.buildingId = seat.buildingId ?? '';
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
    // Back from the form: the quarter of an hour may be over, and what was typed is there.
    if (this.shown?.face === 'content') await this.open();
  },

  async open() {
    const { buildingId, doorId } = this;
    const unitId = doorId.slice(0, doorId.lastIndexOf('-'));
    const id = `${buildingId} ${unitId}`;
    const [kept, draft, session] = await Promise.all([
      askKeeping({ kind: 'wall', id }, census.readWall({ buildingId, unitId })),
      findDraft(doorId),
      knownSession(),
    ]);
    this.draft = draft;
    this.noticeVersion = session.campaign?.noticeVersion ?? '';
    const at = viewHeadDoor({
      kept,
      doorId,
      reminded: '',
      notReminded: '',
      livesHere: '',
      said: '',
      phone: '',
      memory: NO_MEMORY,
    });
    const view = viewHelpFill({ at, campaign: session.campaign, draft, now: trueNow() });
    const { name = '', relation = '' } = draft?.answers.helper ?? {};
    showView(this, view, {
      name: this.data.name === '' ? name : this.data.name,
      relation: this.data.relation === '' ? String(relation) : this.data.relation,
    });
  },

  onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, ...this.forgiven('name') });
  },

  onRelation({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ relation: detail.value, ...this.forgiven('relation') });
  },

  onConsent({ detail }: WechatMiniprogram.CustomEvent<{ values: readonly string[] }>) {
    this.setData({ consent: detail.values, ...this.forgiven('consent') });
  },

  onNotice() {
    void wx.navigateTo({ url: '/packages/home/pages/privacy/privacy' });
  },

  async onStart() {
    const { name, relation, consent, isBusy } = this.data;
    const helper = this.helper();
    const missing = missingOf({ name, relation, isAgreed: consent.length > 0 });
    const [first] = Object.keys(missing);
    if (helper === undefined || first !== undefined) {
      this.setData({ missing, problem: '' });
      scrollToPlace(`#${first ?? ''}`);
    } else if (!isBusy) await this.begin(helper);
  },

  /** What was missing is no longer said of what has just been answered. */
  forgiven(field: keyof Missing): { missing: Missing; problem: string } {
    const { [field]: _, ...missing } = this.data.missing;
    return { missing, problem: '' };
  },

  helper(): Helper | undefined {
    const name = readName(this.data.name);
    const relation = RELATION_CODES.find((code) => String(code) === this.data.relation);
    return name === undefined || relation === undefined ? undefined : { name, relation };
  },

  async begin(helper: Helper) {
    const { doorId, noticeVersion } = this;
    this.setData({ isBusy: true, problem: '', missing: NOTHING_MISSING });
    if (this.token === '') this.token = await newOpId();
    const consent = { given: true, noticeVersion };
    const input = { doorId, token: this.token, aloud: { consent } };
    const reply = await changeOnce({ name: 'mintInvitation', input }, family.mintInvitation);
    if (!reply.ok) {
      this.setData({ isBusy: false, problem: sentenceFor(reply.problem) });
      return;
    }
    const { plate, expiresAt, invitationId = '' } = reply.data;
    this.token = '';
    await saveDraft({
      doorId,
      plate,
      answers: {
        ...(this.draft?.answers ?? newAnswers()),
        fillRole: BUILDING_HEAD_FILLS,
        helper,
      },
      question: this.draft?.question ?? '',
      place: { by: 'invitation', invitationId },
      consent,
      channel: undefined,
      actAs: NOBODY,
      baseVersion: undefined,
      opId: undefined,
      savedAt: 0,
      aloudUntil: expiresAt,
    });
    this.setData({ isBusy: false, consent: [] });
    this.onGoOn();
  },

  onGoOn() {
    void wx.navigateTo({ url: `/pages/census/form/form?door=${this.doorId}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
