/**
 * A sheet that asks why: tiles with the usual reasons, or a few words of one's own.
 * Properties: show, title, sentence (who will read the reason), choices (string[]), confirm (the verb), danger, busy,
 *   problem (what went wrong when it was sent), large (大字).
 * Events: `confirm` { reason } with at least REASON_MIN characters, `cancel` {}.
 */
const REASON_MIN = 4;
const OWN = '别的原因';

interface Tile {
  value: string;
  label: string;
}

function tilesOf(choices: readonly string[]): Tile[] {
  return [...choices, OWN].map((label) => ({ value: label, label }));
}

Component({
  // Tiles inside a sheet are deep already: the sheet adds no element of its own.
  options: { virtualHost: true },
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    sentence: { type: String, value: '' },
    choices: { type: Array, value: [] },
    confirm: { type: String, value: '确定' },
    danger: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { tiles: tilesOf([]), chosen: '', own: '', isOwn: false, error: '' },
  observers: {
    choices(choices: string[]) {
      this.setData({ tiles: tilesOf(choices) });
    },
    show(show: boolean) {
      // The next question starts empty: a reason belongs to one act.
      if (show) this.setData({ chosen: '', own: '', isOwn: false, error: '' });
    },
  },
  methods: {
    onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const chosen = event.detail.value;
      this.setData({ chosen, isOwn: chosen === OWN, error: '' });
    },
    onType(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      // Nothing shows it back: the field keeps what is typed.
      this.data.own = event.detail.value;
    },
    onConfirm() {
      const { isOwn, own, chosen, busy } = this.data;
      if (busy) return;
      const reason = (isOwn ? own : chosen).trim();
      if (Array.from(reason).length >= REASON_MIN) this.triggerEvent('confirm', { reason });
      else this.setData({ error: isOwn ? `至少写 ${REASON_MIN} 个字` : '先点一个原因' });
    },
    onCancel() {
      if (!this.data.busy) this.triggerEvent('cancel', {});
    },
  },
});
