/**
 * The ledger as a tree with its figures: classes and aspects on one side, on the other the whole or the aspect at hand with its
 * problems and suggestions.
 * Properties: view (FiguresView), large (大字). Events: `aspect` { key } ('' for the whole), `list` {}.
 */
import { FIGURES_WORDS } from '../../../../../messages/ledger';

type Tap = WechatMiniprogram.TouchEvent<object, object, { key: string }>;

Component({
  properties: {
    view: { type: Object, value: {} },
    large: { type: Boolean, value: false },
  },
  data: { words: FIGURES_WORDS },
  methods: {
    onAspect({ currentTarget }: Tap) {
      this.triggerEvent('aspect', { key: currentTarget.dataset.key });
    },
    onBack() {
      this.triggerEvent('aspect', { key: '' });
    },
    onList() {
      this.triggerEvent('list', {});
    },
  },
});
