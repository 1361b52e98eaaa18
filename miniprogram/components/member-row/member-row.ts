/**
 * One member of a household: open, three tile groups, two facts and a name; closed, one line.
 * Properties:
 *   member       { key, relation, gender, ageBand, livesHere, hukouHere, name }: codes as strings, '' = not answered
 *   choices      { relations, genders, ageBands, places }: Choice[] = { value, label, figure? }. `figure` draws the avatar:
 *                'man' | 'woman' on genders, 'baby' | 'child' | 'adult' | 'elder' on age bands, 'head' on relations
 *   position     1-based place in the list
 *   open         expanded; only one row of a list should be
 *   asksName     the name field is shown (from 14 years up); namePlaceholder: words in the empty field
 *   fixedRelation  the relation is not asked (the head's own row)
 *   removable    offers 删掉
 *   errors       { relation?, gender?, ageBand?, place?, name? }: words under each group
 *   large        大字; words: those of another language
 * What the row says is read in the markup (face.wxs), so that a touched tile costs the page's setData and none here.
 * Events: `change` { key, field: 'relation' | 'gender' | 'ageBand' | 'livesHere' | 'hukouHere' | 'name', value: string | boolean },
 *   `toggle` { key }, `remove` { key }.
 */
import { PART_WORDS } from '../../messages/parts';

interface Member {
  key?: string;
}

Component({
  properties: {
    member: { type: Object, value: {} },
    choices: { type: Object, value: {} },
    position: { type: Number, value: 1 },
    open: { type: Boolean, value: false },
    asksName: { type: Boolean, value: true },
    namePlaceholder: { type: String, value: '' },
    fixedRelation: { type: Boolean, value: false },
    removable: { type: Boolean, value: false },
    errors: { type: Object, value: {} },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.memberRow },
  },
  methods: {
    keyOfMember() {
      const { key = '' }: Member = this.data.member;
      return key;
    },
    onToggle() {
      this.triggerEvent('toggle', { key: this.keyOfMember() });
    },
    onRemove() {
      this.triggerEvent('remove', { key: this.keyOfMember() });
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>) {
      const { field } = event.currentTarget.dataset;
      this.triggerEvent('change', { key: this.keyOfMember(), field, value: event.detail.value });
    },
    onPlace(event: WechatMiniprogram.CustomEvent<{ value: string; chosen: boolean }>) {
      const { value: field, chosen: value } = event.detail;
      this.triggerEvent('change', { key: this.keyOfMember(), field, value });
    },
    onName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { key: this.keyOfMember(), field: 'name', value: event.detail.value });
    },
  },
});
