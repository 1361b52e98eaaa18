import type { ListedActivity } from '@domain/contract/activity';
import { ACTIVITY_WORDS } from '../../../../messages/activity';
import { activity } from '../../../../services/activity';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { now } from '../../../../services/clock';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { viewActivities, type ActivitiesView } from './activities.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;

Page({
  data: { look: FIRST_LOOK, words: ACTIVITY_WORDS, waiting: false, view: null as ActivitiesView | null },

  shown: null as ActivitiesView | null,
  activities: [] as ListedActivity[],
  cursor: undefined as string | undefined,

  /** Whoever comes back from an activity sees the places as they are now. */
  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open() {
    const reply = await activity.list({}, { actAs: NOBODY });
    if (reply.ok) {
      this.activities = reply.data.activities;
      this.cursor = reply.data.next;
    }
    this.show(reply.ok ? undefined : reply.problem);
  },

  show(problem?: Parameters<typeof viewActivities>[1]['problem']) {
    showView(this, viewActivities(this.activities, { next: this.cursor, problem, now: now() }));
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await activity.list({ cursor: this.cursor }, { actAs: NOBODY });
    if (!reply.ok) return;
    this.activities = [...this.activities, ...reply.data.activities];
    this.cursor = reply.data.next;
    this.show();
  },

  onActivity({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/life/pages/activity-detail/activity-detail?id=${key}` });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
