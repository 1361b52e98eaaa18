import { CHINESE } from '../../../messages/language';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../services/appearance';
import { trueNow } from '../../../services/clock';
import { isOverdue, pageOfDraft, type Draft } from '../../../services/draft';
import { draftToFill } from '../../../services/drafts';
import { formRulesOf } from '../../../services/form-rules';
import { formOf } from '../../../services/household-answers';
import { currentLanguage, otherTexts, pageTexts } from '../../../services/language';
import { knownSession } from '../../../services/session';
import { handIn } from '../../../services/submission';
import { viewReview, type ReviewView } from './review.view';

/** The form was begun there; one that was gone on with from elsewhere has no door behind it. */
function backToDoor(doorId: string): void {
  const isThere = getCurrentPages().slice(-3)[0]?.route.includes('worker');
  const toDoor = (): void => void wx.navigateTo({ url: `/packages/worker/pages/door/door?door=${doorId}` });
  void wx.navigateBack({ delta: 2, ...(isThere ? {} : { success: toDoor }) });
}

Page({
  data: {
    look: FIRST_LOOK,
    ...pageTexts(CHINESE, CHINESE.words.review),
    plate: { compound: '', line: '' },
    view: null as ReviewView | null,
    isSubmitting: false,
    isLost: false,
  },

  draft: undefined as Draft | undefined,

  async onLoad({ door = '' }: { door?: string }) {
    const [draft, session, look, language] = await Promise.all([
      draftToFill(door),
      knownSession(),
      currentLook(),
      currentLanguage(),
    ]);
    const texts = otherTexts(language, language.words.review);
    if (draft === undefined) {
      this.setData({ look, ...texts, isLost: true });
      return;
    }
    this.draft = draft;
    this.setData({
      look,
      ...texts,
      plate: draft.plate,
      view: viewReview(draft.answers, formRulesOf(session.campaign, draft), language),
    });
  },

  async onShow() {
    await refreshLook(this);
  },

  onEdit({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.getOpenerEventChannel().emit?.('edit', { question: detail.key });
    void wx.navigateBack();
  },

  async onSubmit() {
    const { draft } = this;
    const form = draft === undefined ? undefined : formOf(draft.answers);
    if (draft === undefined || form === undefined || this.data.isSubmitting) return;

    if (isOverdue(draft, trueNow())) {
      void wx.redirectTo({ url: pageOfDraft(draft, trueNow()) });
      return;
    }
    this.setData({ isSubmitting: true });
    const { opId } = await handIn(draft, form);
    // A worker stands at the door, and goes back to it; a resident gets the receipt.
    if (draft.visit === undefined) void wx.reLaunch({ url: `/pages/census/done/done?op=${opId}` });
    else backToDoor(draft.doorId);
  },

  onLost() {
    void wx.switchTab({ url: '/pages/census/entry/entry' });
  },
});
