import { CHINESE } from '../../../messages/language';
import { FIRST_LOOK, refreshLook } from '../../../services/appearance';
import { changedPaths } from '../../../services/changed-paths';
import type { Draft } from '../../../services/draft';
import { isUntouched, saveDraft } from '../../../services/drafts';
import {
  membersOf,
  withHukouOnlyCount,
  withLiveCount,
  withNewMember,
  withoutMember,
  withReason,
  type Answers,
} from '../../../services/household-answers';
import { switchLanguage } from '../../../services/language';
import { newMemberKey } from '../../../services/new-op-id';
import { callNumber } from '../../../services/phone-call';
import { keepPlace, scrollToEnd, scrollToMessage, scrollToTop } from '../../../services/scroll';
import { interrupt } from '../../../services/speech';
import {
  onlyMemberOf,
  withChoice,
  withMemberEvent,
  withNewVehicle,
  withoutEmptyVehicles,
  withoutVehicle,
  withText,
  withVehicle,
  type Choice,
  type Event,
  type MemberEvent,
} from './answering';
import type { FormState } from './form-state';
import { viewForm, withoutMended, type FormView } from './form.view';
import { anchorOfQuestion, atQuestion, wayBack, wayOn } from './going';
import { withTenancy } from './tenancy.view';
import { openForm } from './opening';
import { withGivenReason } from './reasons.view';
import { formTiles, formWords, nameForm, speakFirst } from './texts';
import { MORE } from './tiles';

Page({
  data: {
    look: FIRST_LOOK,
    ...formWords(CHINESE),
    ...formTiles(CHINESE),
    plate: { compound: '', line: '' },
    phone: '',
    view: null as FormView | null,
    lost: false,
  },

  draft: undefined as Draft | undefined,
  state: undefined as FormState | undefined,
  shown: null as FormView | null,
  /** A text is being typed: until another answer it is one edit. */
  isTyping: false,

  async onLoad({ door = '' }: { door?: string }) {
    const { look, language, plate, phone = '', draft, state } = await openForm(door);
    speakFirst(this, language, state);
    if (state === undefined) {
      this.setData({ look, lost: true });
      return;
    }
    this.draft = draft;
    this.state = state;
    this.shown = viewForm(state);
    this.setData({ look, plate, phone, view: this.shown });
    nameForm(state);
  },

  async onShow() {
    await refreshLook(this);
    const { large } = this.data.look;
    if (this.state !== undefined && this.state.large !== large) this.show({ large });
  },

  /** Another language, and the same form: what is typed, where one stands, what is open. */
  async onLanguage() {
    const language = await switchLanguage();
    await keepPlace(() => {
      this.setData(formWords(language));
      this.show({ language }, formTiles(language, this.state));
    });
    if (this.state !== undefined) nameForm(this.state);
  },

  onChoose({ currentTarget, detail }: Event<Choice, { field: string }>) {
    if (detail.value === MORE) this.show({ showsAllUseStates: true });
    else this.answer((answers) => withChoice(answers, currentTarget.dataset.field, detail));
  },

  onType({ currentTarget, detail }: Event<{ value: string }, { field: string }>) {
    this.answer((answers) => withText(answers, currentTarget.dataset.field, detail.value), true);
  },

  onLeave({ currentTarget, detail }: Event<{ field?: string }, { field: string }>) {
    const { field } = currentTarget.dataset;
    this.touch(detail.field === undefined ? field : `${field}.${detail.field}`);
  },

  onPhone({ detail }: Event<{ value: string; isKnown: boolean }>) {
    this.answer((answers) => withText(answers, 'phone', detail.value), !detail.isKnown);
  },

  onOwner({ detail }: Event<Choice>) {
    this.answer((answers) => withChoice(answers, 'owner', detail));
  },

  onTenancy({ type, detail }: Event<{ field: string; value: string }>) {
    this.answer((answers) => withTenancy(answers, detail.field, detail.value), type === 'type');
  },

  onExtras() {
    this.show({ showsExtras: true });
  },

  onNoPhone() {
    this.show({ asksOwner: true });
  },

  onLiveCount({ detail }: Event<{ value: number }>) {
    if (this.state === undefined) return;
    const answers = withLiveCount(this.state.answers, detail.value, newMemberKey);
    this.show({ answers, openKey: onlyMemberOf(answers) ?? this.state.openKey });
  },

  onHukouOnlyCount({ detail }: Event<{ value: number }>) {
    this.answer((answers) => withHukouOnlyCount(answers, detail.value, newMemberKey));
  },

  onToggle({ detail }: Event<{ key: string }>) {
    this.show({ openKey: this.state?.openKey === detail.key ? '' : detail.key });
  },

  onMember({ detail }: Event<MemberEvent>) {
    this.member(detail);
  },

  onAddMember() {
    if (this.state === undefined) return;
    const answers = withNewMember(this.state.answers, newMemberKey);
    const members = membersOf(answers);
    this.show({ answers, openKey: members[members.length - 1]?.key ?? '' });
  },

  onRemove({ detail }: Event<{ key: string }>) {
    this.answer((answers) => withoutMember(answers, detail.key));
  },

  onIdText({ currentTarget, detail }: Event<{ value: string }, { key: string }>) {
    this.member({ key: currentTarget.dataset.key, field: 'id', value: detail.value });
  },

  onLeaveId({ currentTarget }: Event<object, { key: string }>) {
    const { key } = currentTarget.dataset;
    this.touch(`members.${key}.idLast4`, `members.${key}.idNumber`);
  },

  /** A tile, or a typed text, of the one question on the screen. */
  onLargeMember({ detail }: Event<Choice>) {
    const asked = this.shown?.member ?? undefined;
    if (asked === undefined) return;
    const fact = asked.isMany
      ? { field: detail.value, value: detail.chosen }
      : { field: asked.field, value: detail.value };
    this.member({ key: asked.key, ...fact });
  },

  onRemoveLarge() {
    const key = this.shown?.member?.key ?? '';
    this.answer((answers) => withoutMember(answers, key));
  },

  onAddVehicle() {
    this.answer(withNewVehicle);
  },

  /** A plate, or that the property office may see it. */
  onVehicle({ detail }: Event<{ index: number; plate?: string; propertyMaySee?: boolean }>) {
    const { index, ...change } = detail;
    this.answer((answers) => withVehicle(answers, index, change));
  },

  onLeavePlate({ detail }: Event<{ index: number }>) {
    this.touch(`vehicles.${detail.index}`);
  },

  onRemoveVehicle({ detail }: Event<{ index: number }>) {
    this.answer((answers) => withoutVehicle(answers, detail.index));
  },

  onReason({ detail }: Event<{ code: string; reason: string }>) {
    if (this.state !== undefined) this.show(withGivenReason(this.state, detail));
  },

  onOwnReason({ detail }: Event<{ code: string; reason: string }>) {
    this.answer((answers) => withReason(answers, detail.code, detail.reason), true);
  },

  onTouch() {
    interrupt();
  },

  onCall() {
    callNumber(this.data.phone);
  },

  onLost() {
    void wx.switchTab({ url: '/pages/census/entry/entry' });
  },

  onBack() {
    if (this.state === undefined) return;
    this.show(wayBack(this.state));
    scrollToTop();
  },

  onNext() {
    if (this.state === undefined) return;
    this.state = { ...this.state, answers: withoutEmptyVehicles(this.state.answers) };
    const way = wayOn(this.state, newMemberKey);
    if (way.to === 'review') {
      this.openReview();
      return;
    }
    this.show(way.change);
    if (way.to === 'question') scrollToTop();
    // In large characters a question is higher than the screen, and what is wrong stands at its end.
    else if (this.state.large) void scrollToEnd();
    else void scrollToMessage(way.anchor);
  },

  /** The review sends the person back to one question. */
  openReview() {
    void wx.navigateTo({
      url: `/pages/census/review/review?door=${this.draft?.doorId ?? ''}`,
      events: {
        edit: ({ question }: { question: string }) => {
          this.show(atQuestion(this.state, question));
          if (this.state?.large === false) void scrollToMessage(anchorOfQuestion(question));
        },
      },
    });
  },

  /** One fact of one member. What is typed is shown by its own field. */
  member(event: MemberEvent) {
    const { rules } = this.state ?? {};
    if (rules === undefined) return;
    const isTyped = event.field === 'name' || event.field === 'id';
    this.answer((answers) => withMemberEvent(answers, event, rules), isTyped);
  },

  /** The person left a field: its error may be shown now. */
  touch(...fields: string[]) {
    if (this.state !== undefined) this.show({ touched: [...this.state.touched, ...fields] });
  },

  /** Kept and shown; a typed answer is not shown, because the field already shows it. */
  answer(change: (answers: Answers) => Answers, isTyped = false) {
    if (this.state === undefined) return;
    const answers = change(this.state.answers);
    if (isTyped) {
      this.state = { ...this.state, answers };
      if (this.shown !== null) this.draw(withoutMended(this.shown, this.state));
      this.keep(true);
    } else this.show({ answers });
  },

  /** `more` goes along in the same drawing. */
  show(change: Partial<FormState>, more: Record<string, unknown> = {}) {
    if (this.state === undefined) return;
    this.state = { ...this.state, ...change };
    this.draw(viewForm(this.state), more);
    this.keep(false);
  },

  draw(view: FormView, more: Record<string, unknown> = {}) {
    const paths = { ...changedPaths('view', this.shown, view), ...more };
    this.shown = view;
    if (Object.keys(paths).length > 0) this.setData(paths);
  },

  /** Every change is a draft on the phone; what was already sent under an operation id is another form from now on. */
  keep(isTyped: boolean) {
    const { draft, state, isTyping } = this;
    this.isTyping = isTyped;
    if (draft === undefined || state === undefined) return;
    const isSame = draft.answers === state.answers;
    if (isSame && (draft.question === state.question || isUntouched(draft))) return;
    const opId = isSame ? draft.opId : undefined;
    const edits = (draft.edits ?? 0) + Number(!isSame && !(isTyped && isTyping));
    this.draft = { ...draft, answers: state.answers, question: state.question, opId, edits };
    void saveDraft(this.draft);
  },
});
