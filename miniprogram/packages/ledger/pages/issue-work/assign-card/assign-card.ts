/**
 * To whom, on which track, and by when: at once within some days, or by a plan of steps, each with its words and its days.
 * Properties: roles (tiles), people (tiles of the chosen role, null before one was asked for), hasMore, busy, large (大字).
 * Events: `role` { role }, `more` {}, `assign` { seatId, track, days, steps: { words, days }[] }.
 */
import { MILESTONES_MAX, type IssueTrack } from '@domain/issue/issue';
import type { Role } from '@domain/identity/role';
import { ISSUE_WORK_WORDS } from '../../../../../messages/ledger';

type Choose<Value> = WechatMiniprogram.CustomEvent<{ value: Value }>;
type ChooseAt = WechatMiniprogram.CustomEvent<{ value: number }, object, { at: number }>;
type TypeAt = WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number }>;

export interface PlannedStep {
  words: string;
  days: number;
}

const WORDS = ISSUE_WORK_WORDS.assign;
const DAYS = [1, 3, 7, 15, 30].map((value) => ({ value, label: WORDS.day(value) }));
const PLAN_DAYS = [7, 15, 30, 60, 90, 180].map((value) => ({ value, label: WORDS.day(value) }));
const STEP_WORDS_MIN = 2;
const FIRST_STEP: PlannedStep = { words: '', days: 0 };

/** Each step has words and days, and none comes before the one above it. */
function arePlanned(steps: readonly PlannedStep[]): boolean {
  return steps.every(
    ({ words, days }, at) =>
      words.trim().length >= STEP_WORDS_MIN && days > 0 && days >= (steps[at - 1]?.days ?? 0),
  );
}

function stepsShown(steps: readonly PlannedStep[]) {
  return steps.map(({ words, days }, at) => ({
    words,
    days,
    label: WORDS.milestone(at + 1),
    daysLabel: WORDS.milestoneDays(at + 1),
  }));
}

Component({
  properties: {
    roles: { type: Array, value: [] },
    people: { type: null, value: null },
    hasMore: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    words: WORDS,
    daysTiles: DAYS,
    planTiles: PLAN_DAYS,
    role: '',
    empty: '',
    seatId: '',
    track: 'atOnce',
    days: 0,
    /** What is typed stays in the fields; this is what is sent. */
    planned: [FIRST_STEP],
    steps: stepsShown([FIRST_STEP]),
    mayAdd: true,
    error: '',
  },
  methods: {
    onRole({ detail }: Choose<Role>) {
      this.setData({ role: detail.value, empty: WORDS.empty(detail.value), seatId: '', error: '' });
      this.triggerEvent('role', { role: detail.value });
    },
    onMore() {
      this.triggerEvent('more', {});
    },
    onSeat({ detail }: Choose<string>) {
      this.setData({ seatId: detail.value, error: '' });
    },
    onTrack({ detail }: Choose<IssueTrack>) {
      // The fields of the steps are made anew when one comes back to them: they show what is sent.
      this.setData({ track: detail.value, steps: stepsShown(this.data.planned), error: '' });
    },
    onDays({ detail }: Choose<number>) {
      this.setData({ days: detail.value, error: '' });
    },
    onStepWords({ detail, currentTarget }: TypeAt) {
      const { at } = currentTarget.dataset;
      this.data.planned = this.data.planned.map((step, place) =>
        place === at ? { ...step, words: detail.value } : step,
      );
    },
    onStepDays({ detail, currentTarget }: ChooseAt) {
      const { at } = currentTarget.dataset;
      this.plan(
        this.data.planned.map((step, place) => (place === at ? { ...step, days: detail.value } : step)),
      );
    },
    onAdd() {
      this.plan([...this.data.planned, FIRST_STEP]);
    },
    onDrop() {
      this.plan(this.data.planned.slice(0, -1));
    },
    plan(planned: PlannedStep[]) {
      this.data.planned = planned;
      this.setData({ steps: stepsShown(planned), mayAdd: planned.length < MILESTONES_MAX, error: '' });
    },
    onAssign() {
      const { seatId, track, days, planned, busy } = this.data;
      if (busy) return;
      const steps = track === 'plan' ? planned : [];
      const until = track === 'plan' ? (planned[planned.length - 1]?.days ?? 0) : days;
      if (seatId === '' || until === 0 || !arePlanned(steps)) this.setData({ error: WORDS.incomplete });
      else this.triggerEvent('assign', { seatId, track, days: until, steps });
    },
  },
});
