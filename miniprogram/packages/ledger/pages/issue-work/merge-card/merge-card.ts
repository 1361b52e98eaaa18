/**
 * With which other one it is the same thing: a list of one stage, the likest on top.
 * Properties: rows (tiles, null before they were asked for), stage, busy, large (大字). Events: `stage` { stage }, `merge` { intoId }.
 */
import type { IssueStage } from '@domain/issue/issue-state';
import { ISSUE_WORK_WORDS, LEDGER_WORDS } from '../../../../../messages/ledger';

type Choose<Value> = WechatMiniprogram.CustomEvent<{ value: Value }>;

const STAGES: readonly IssueStage[] = ['work', 'assign', 'review', 'reporter'];

Component({
  properties: {
    rows: { type: null, value: null },
    stage: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    words: ISSUE_WORK_WORDS,
    stages: STAGES.map((value) => ({ value, label: LEDGER_WORDS.shows[value] })),
    intoId: '',
  },
  methods: {
    onStage({ detail }: Choose<IssueStage>) {
      this.setData({ intoId: '' });
      this.triggerEvent('stage', { stage: detail.value });
    },
    onInto({ detail }: Choose<string>) {
      this.setData({ intoId: detail.value });
    },
    onMerge() {
      const { intoId, busy } = this.data;
      if (intoId !== '' && !busy) this.triggerEvent('merge', { intoId });
    },
  },
});
