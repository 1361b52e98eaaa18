/**
 * Where one stands in a form: small windows across the top, lit as steps are done.
 * Properties: step (1-based), total (default 6), name (of this step, optional), large (大字), words (of another language).
 * Events: none. Spoken as 「共 6 步，第 2 步」.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    step: { type: Number, value: 1 },
    total: { type: Number, value: 6 },
    name: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.stepWindows },
  },
});
