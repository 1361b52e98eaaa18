/**
 * Class and aspect, which pictures everybody may see, and whether it goes on the board.
 * Properties: issue (Triage), busy, large (大字). Event: `review` { aspect, board, pictures }.
 */
import { classOfAspect, ISSUE_CLASSES } from '@domain/issue/categories';
import { ISSUE_WORK_WORDS } from '../../../../../messages/ledger';
import type { Triage } from './triage.view';

type Choose = WechatMiniprogram.CustomEvent<{ value: string; values: number[] }>;
type Tap = WechatMiniprogram.TouchEvent<object, object, { board: 'release' | 'keepOff' }>;

interface Tile {
  value: string;
  label: string;
}

const CLASSES: readonly Tile[] = ISSUE_CLASSES.map(({ id, name }) => ({ value: id, label: name }));
const NO_TILES: readonly Tile[] = [];

function aspectsOf(classId: string): readonly Tile[] {
  const { aspects = [] } = ISSUE_CLASSES.find(({ id }) => id === classId) ?? {};
  return aspects.map(({ id, name }) => ({ value: id, label: name }));
}

Component({
  properties: {
    issue: { type: Object, value: {} },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    words: ISSUE_WORK_WORDS.review,
    classes: CLASSES,
    aspects: NO_TILES,
    classId: '',
    aspect: '',
    picked: [] as number[],
    error: '',
  },
  observers: {
    issue({ aspect = '' }: Partial<Triage>) {
      const classId = classOfAspect(aspect) ?? '';
      this.setData({ classId, aspect, aspects: aspectsOf(classId), picked: [], error: '' });
    },
  },
  methods: {
    onClass({ detail }: Choose) {
      this.setData({ classId: detail.value, aspect: '', aspects: aspectsOf(detail.value) });
    },
    onAspect({ detail }: Choose) {
      this.setData({ aspect: detail.value, error: '' });
    },
    onPick({ detail }: Choose) {
      this.setData({ picked: detail.values });
    },
    onReview({ currentTarget }: Tap) {
      const { aspect, picked, busy, words } = this.data;
      const { board } = currentTarget.dataset;
      if (busy) return;
      if (aspect === '') this.setData({ error: words.pick });
      else this.triggerEvent('review', { aspect, board, pictures: board === 'release' ? picked : [] });
    },
  },
});
