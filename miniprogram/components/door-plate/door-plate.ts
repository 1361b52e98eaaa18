/**
 * The blue enamel plate of a door: receipt, address, pass.
 * Properties: compound 「苹果花园」, line 「3号楼2单元501」, code (a receipt's characters, shown below the plate as they
 * are), note (one small line under the code), size 'large' | 'small', large (大字), words (of another language).
 * Events: none.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    compound: { type: String, value: '' },
    line: { type: String, value: '' },
    code: { type: String, value: '' },
    note: { type: String, value: '' },
    size: { type: String, value: 'large' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.doorPlate },
  },
});
