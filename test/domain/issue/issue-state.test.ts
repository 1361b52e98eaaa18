import {
  ISSUE_EVENTS,
  ISSUE_STATES,
  nextIssueState,
  stageOf,
  type IssueEvent,
  type IssueState,
} from '@domain/issue/issue-state';
import { fitsTrack, hasOpenMilestone, likeness, SIMILAR_FROM } from '@domain/issue/issue';

/** The machine as mission.md has it; what a row does not name is refused. */
const MACHINE: Readonly<Record<IssueState, Readonly<Partial<Record<IssueEvent, IssueState>>>>> = {
  received: {
    classify: 'classified',
    release: 'classified',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  classified: {
    release: 'classified',
    assign: 'assigned',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  reopened: {
    release: 'reopened',
    assign: 'assigned',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  assigned: {
    release: 'assigned',
    assign: 'assigned',
    start: 'working',
    extend: 'assigned',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  working: {
    release: 'working',
    assign: 'assigned',
    milestone: 'working',
    answer: 'answered',
    extend: 'working',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  answered: {
    release: 'answered',
    confirm: 'closed',
    reopen: 'reopened',
    close: 'closed',
    silence: 'unanswered',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  unanswered: {
    release: 'unanswered',
    confirm: 'closed',
    reopen: 'reopened',
    close: 'closed',
    decline: 'declined',
    transfer: 'transferred',
    merge: 'merged',
  },
  closed: {},
  declined: {},
  transferred: {},
  merged: {},
};

describe('the machine of an issue', () => {
  it.each(ISSUE_STATES)('from %s goes where it should, and nowhere else', (state) => {
    const row = Object.fromEntries(
      ISSUE_EVENTS.flatMap((event) => {
        const next = nextIssueState(state, event);
        return next === undefined ? [] : [[event, next]];
      }),
    );

    expect(row).toEqual(MACHINE[state]);
  });

  it('has one turn for each state, and ends where nothing follows', () => {
    for (const state of ISSUE_STATES) {
      expect(stageOf(state) === 'ended').toBe(Object.keys(MACHINE[state]).length === 0);
    }
  });
});

describe('two tracks', () => {
  it.each([
    ['atOnce', [], true],
    ['atOnce', ['2026-03-11'], false],
    ['plan', [], false],
    ['plan', ['2026-03-11', '2026-03-12'], true],
    ['plan', ['2026-03-12', '2026-03-11'], false],
    ['plan', ['2026-03-14'], false],
  ] as const)('%s with milestones %j', (track, days, fits) => {
    const milestones = days.map((dueOn) => ({ dueOn }));
    expect(fitsTrack(track, milestones, '2026-03-13')).toBe(fits);
  });

  it('knows whether a milestone is open', () => {
    const done = { words: '画线', dueOn: '2026-03-11', doneOn: '2026-03-11' };
    expect(hasOpenMilestone([done])).toBe(false);
    expect(hasOpenMilestone([done, { words: '通车', dueOn: '2026-03-12' }])).toBe(true);
  });
});

describe('reports that speak of one thing', () => {
  it.each([
    ['楼道灯不亮，晚上看不见', '三号楼楼道的灯不亮了', true],
    ['楼道灯不亮', '停车位太少，天天抢', false],
    ['', '楼道灯不亮', false],
  ])('%s ~ %s: %s', (left, right, isSimilar) => {
    expect(likeness(left, right) >= SIMILAR_FROM).toBe(isSimilar);
  });
});
