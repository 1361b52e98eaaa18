import type { CourseLine, Progress } from '@domain/contract/course';
import { LEARN_WORDS } from '../../../../messages/learn';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { course } from '../../../../services/course';
import { knownSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { keptCourses, openCourses } from '../../services/courses';
import { ownSeatIn } from '../../services/own-seat';
import type { Shelf } from '../../services/shelf';
import { viewLearn, type LearnView } from './learn.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;

const NOTHING: Shelf<CourseLine> = { rows: [], at: 0, problem: undefined };
const NO_PROGRESS: Progress[] = [];

Page({
  data: { look: FIRST_LOOK, words: LEARN_WORDS, waiting: false, view: null as LearnView | null },

  shown: null as LearnView | null,
  shelf: NOTHING,
  progress: NO_PROGRESS,

  async onLoad() {
    const [kept, look] = await Promise.all([keptCourses(), currentLook()]);
    this.setData({ look });
    if (kept.rows.length > 0) this.show(kept);
    await whileWaiting(this, this.open());
  },

  /** Whoever comes back from a course sees the new result. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face !== 'content') return;
    await this.readProgress();
    this.show(this.shelf);
  },

  async open() {
    const [shelf] = await Promise.all([openCourses(), this.readProgress()]);
    this.show(shelf);
  },

  /** Asked only by who has a seat: of others nothing is kept. */
  async readProgress() {
    const seat = ownSeatIn(await knownSession(), () => true);
    if (seat === undefined) return;
    const reply = await course.listProgress({}, { actAs: seat.id });
    if (reply.ok) this.progress = reply.data.courses;
  },

  show(shelf: Shelf<CourseLine>) {
    this.shelf = shelf;
    showView(this, viewLearn(shelf, this.progress));
  },

  onCourse({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/life/pages/learn-detail/learn-detail?id=${key}` });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
