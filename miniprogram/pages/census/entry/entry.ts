import { ENTRY_WORDS } from '../../../messages/census';
import { CHINESE, type Language } from '../../../messages/language';
import { OWN_LINKS } from '../../../deployment';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../services/appearance';
import { takeArrival, type Arrival } from '../../../services/arrival';
import { building } from '../../../services/building';
import { changedPaths } from '../../../services/changed-paths';
import { NOBODY } from '../../../services/client';
import { goOnWithDraft } from '../../../services/draft';
import { draftLines, findDraft, saveDraft } from '../../../services/drafts';
import { openBuildingCard } from '../../../services/group-entry';
import { newAnswers } from '../../../services/household-answers';
import { openLink } from '../../../services/inner-link';
import { currentLanguage, pageTexts, switchLanguage, switchWords } from '../../../services/language';
import { link } from '../../../services/link';
import { outboxEntries } from '../../../services/outbox';
import { callNumber } from '../../../services/phone-call';
import {
  headSeatAt,
  homeSeatOf,
  knownSession,
  openSession,
  rememberCampaign,
} from '../../../services/session';
import { changeOnce } from '../../../services/single-change';
import { whileWaiting } from '../../../services/waiting';
import {
  channelOfCarrier,
  EMPTY_ENTRY,
  readScanned,
  sentPlate,
  sentenceOfRefusedCode,
  viewEntry,
  type EntryState,
  type EntryView,
  type Target,
} from './entry.view';
import { PROBLEM_SENTENCES } from '@domain/kernel/problem';
import { isStreetCode, type Carrier } from '@domain/link/scene';

/** Whoever picks a door from a card came through the group. */
const GROUP_CARRIER: Carrier = 'g';

function spokenIn(language: Language) {
  return { ...pageTexts(language, language.words.entry), ...switchWords(language) };
}

Page({
  data: {
    look: FIRST_LOOK,
    ...spokenIn(CHINESE),
    waiting: false,
    view: null as EntryView | null,
  },

  state: EMPTY_ENTRY,
  shown: null as EntryView | null,

  async onLoad({ scene = '', q = '', building = '' }: Record<string, string | undefined>) {
    const [session, look, language] = await Promise.all([knownSession(), currentLook(), currentLanguage()]);
    this.setData({ look });
    this.speak(language);
    const { campaign } = session;
    const { label: home = '' } = homeSeatOf(session) ?? {};
    this.state = { ...EMPTY_ENTRY, language, campaign, home };
    const text = scene === '' ? q : scene;
    if (building !== '') await this.openBuilding(building);
    else if (text !== '') await this.openCode(text);
    else if (!(await this.receive(takeArrival()))) await this.showStart('');
  },

  async onShow() {
    await refreshLook(this);
    this.speak(await currentLanguage());
    // onLoad is still at work the first time; afterwards a picked door may wait here.
    if (this.shown === null) return;
    const received = await this.receive(takeArrival());
    if (!received && this.state.target === undefined) await this.showStart(this.state.problem);
    else if (!received) await this.aim(this.state.target);
  },

  async onLanguage() {
    this.speak(await switchLanguage());
  },

  /** Another language, and the same page. */
  speak(language: Language) {
    if (language.id === this.state.language.id) return;
    void wx.setNavigationBarTitle({ title: language.words.entry.title });
    this.setData(spokenIn(language));
    this.state = { ...this.state, language };
    if (this.shown !== null) this.show({});
  },

  async receive(arrival: Arrival | undefined): Promise<boolean> {
    if (arrival === undefined) return false;
    if (arrival.by === 'scene') await this.openCode(arrival.scene);
    else {
      const { ticket, doorId, plate, carrier } = arrival;
      const place = { by: 'ticket', ticket } as const;
      await this.aim({ doorId, place, plate, channel: channelOfCarrier(carrier), isUnknown: false });
    }
    return true;
  },

  /** A card out of a chat, or sent by anybody: a building, and a blank form for whichever door is chosen. */
  async openBuilding(buildingId: string) {
    const { card, problem, untiedGroup: code } = await whileWaiting(this, openBuildingCard(buildingId));
    if (card === undefined) {
      await this.showStart(problem === undefined ? '' : sentenceOfRefusedCode(problem));
      return;
    }
    const { campaign, home = this.state.home } = card;
    await rememberCampaign(campaign);
    const head = headSeatAt(await knownSession(), buildingId);
    const opened = { card, untiedGroup: head ? code : '', groupWords: '' };
    const sent = sentPlate(await outboxEntries());
    this.show({ campaign, home, sent, building: opened, problem: '' });
  },

  async onTieGroup() {
    const { building: opened } = this.state;
    const head = headSeatAt(await knownSession(), opened?.card.buildingId ?? '');
    if (opened === undefined || head === undefined) return;
    const input = { buildingId: opened.card.buildingId, groupCode: opened.untiedGroup };
    const reply = await changeOnce({ name: 'bindGroup', input }, (tie, options) =>
      building.bindGroup(tie, { ...options, actAs: head.id }),
    );
    this.answerGroup(reply.ok ? ENTRY_WORDS.groupBound : ENTRY_WORDS.groupTooLate);
  },

  onLeaveGroup() {
    this.answerGroup('');
  },

  answerGroup(groupWords: string) {
    const { building: opened } = this.state;
    if (opened !== undefined) this.show({ building: { ...opened, untiedGroup: '', groupWords } });
  },

  onPickHere() {
    const { buildingId = '', compoundId = '' } = this.state.building?.card ?? {};
    this.pick(`?building=${buildingId}&compound=${compoundId}&carrier=${GROUP_CARRIER}`);
  },

  onOtherBuilding() {
    this.pick(`?compound=${this.state.building?.card.compoundId ?? ''}&carrier=${GROUP_CARRIER}`);
  },

  async openCode(text: string) {
    if (isStreetCode(text, OWN_LINKS)) {
      void wx.switchTab({ url: '/pages/home/home' });
      return;
    }
    const reading = readScanned(text, OWN_LINKS);
    if (!reading.isOk) {
      await this.showStart(reading.sentence);
      return;
    }
    const { scene, carrier } = reading;
    const reply = await whileWaiting(this, link.openLink({ scene }, { actAs: NOBODY }));
    if (!reply.ok) {
      if (reply.problem.code === 'OFFLINE' && this.state.campaign !== undefined) await this.aimBlind(scene);
      else await this.showStart(sentenceOfRefusedCode(reply.problem));
      return;
    }
    const { campaign, doorId, plate, buildingId, compoundId } = reply.data;
    await rememberCampaign(campaign);
    this.state = { ...this.state, campaign };
    const place = { by: 'scene', scene } as const;
    if (doorId !== undefined) await this.aim({ doorId, place, plate, channel: undefined, isUnknown: false });
    else {
      await this.showStart('');
      this.pick(`?building=${buildingId ?? ''}&compound=${compoundId ?? ''}&carrier=${carrier ?? ''}`);
    }
  },

  /** Without network the code is kept as it is: the door is found when the form is sent. */
  async aimBlind(scene: string) {
    const plate = { compound: '', line: ENTRY_WORDS.offline };
    const place = { by: 'scene', scene } as const;
    await this.aim({ doorId: `code-${scene}`, place, plate, channel: undefined, isUnknown: true });
  },

  async aim(target: Target | undefined) {
    if (target === undefined) return;
    const [draft, reply] = await Promise.all([findDraft(target.doorId), this.withCampaign()]);
    const isSame = this.state.target?.doorId === target.doorId;
    this.show({
      target,
      campaign: reply,
      hasDraft: draft !== undefined,
      isAgreed: isSame && this.state.isAgreed,
      isRefused: isSame && this.state.isRefused,
      problem: reply === undefined ? ENTRY_WORDS.notRead : '',
      consentProblem: '',
    });
  },

  async withCampaign() {
    return this.state.campaign ?? (await openSession()).session.campaign;
  },

  async showStart(problem: string) {
    const drafts = await draftLines();
    this.show({ target: undefined, drafts, problem, isAgreed: false, isRefused: false });
    if (this.state.campaign === undefined) this.show({ campaign: await this.withCampaign() });
  },

  onTick() {
    this.show({ isAgreed: !this.state.isAgreed, consentProblem: '' });
  },

  async onStart() {
    const { target, campaign, isAgreed, hasDraft } = this.state;
    if (target === undefined) return;
    if (campaign === undefined) {
      await this.aim(target);
      return;
    }
    if (!hasDraft && !isAgreed) {
      this.show({ consentProblem: PROBLEM_SENTENCES.CONSENT_REQUIRED });
      return;
    }
    const { doorId, place, plate, channel } = target;
    const draft = await findDraft(doorId);
    // A fresh code or ticket replaces the one that the draft came with: that one may have run out.
    if (draft !== undefined) await saveDraft({ ...draft, place, plate, channel });
    else {
      const consent = { given: true, noticeVersion: campaign.noticeVersion };
      const empty = { question: '', opId: undefined, baseVersion: undefined, savedAt: 0 };
      await saveDraft({
        doorId,
        place,
        plate,
        channel,
        consent,
        answers: newAnswers(),
        actAs: NOBODY,
        ...empty,
      });
    }
    void wx.navigateTo({ url: `/pages/census/form/form?door=${target.doorId}` });
  },

  onRefuse() {
    this.show({ isRefused: true, isAgreed: false });
  },

  onChangedMind() {
    this.show({ isRefused: false });
  },

  onPick() {
    this.pick('');
  },

  onScan() {
    wx.scanCode({
      success: ({ result, path }) => {
        const scene = /[?&]scene=([^&]+)/.exec(path)?.[1];
        void this.openCode(scene ?? result);
      },
      // The person closed the camera: nothing happened.
      fail: () => undefined,
    });
  },

  onDraft({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goOnWithDraft(detail.key);
  },

  onMyHome() {
    const isBound = this.state.home !== '';
    openLink(isBound ? '/packages/home/pages/my/my' : '/pages/home/home');
  },

  onNotice() {
    void wx.navigateTo({ url: '/packages/home/pages/privacy/privacy' });
  },

  onCall() {
    callNumber(this.state.campaign?.publicPhone ?? '');
  },

  pick(query: string) {
    void wx.navigateTo({ url: `/packages/home/pages/pick-door/pick-door${query}` });
  },

  show(change: Partial<EntryState>) {
    this.state = { ...this.state, ...change };
    const view = viewEntry(this.state);
    const paths = changedPaths('view', this.shown, view);
    this.shown = view;
    this.setData({ ...paths, ...(this.data.waiting ? { waiting: false } : {}) });
  },
});
