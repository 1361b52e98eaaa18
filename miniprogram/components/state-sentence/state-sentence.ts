/**
 * The end of every way: a picture, one sentence, one button. For the faces empty, problem, offline, no permission, done.
 * Properties:
 *   face      'empty' | 'problem' | 'offline' | 'denied' | 'done' | 'waiting': sets icon and tone, and for `empty` the street, which makes room in 大字
 *   icon, tone  override them (icon name in icons.wxss; tone 'plain' | 'ok' | 'warn' | 'danger')
 *   sentence  what is; detail: a smaller second line; action: the button's words, no button when empty
 *   second    a quiet second button; large: 大字; bare: no picture and little space, where more on the page wants to be seen
 * Events: `act` {}, `second` {}.
 */
type Face = 'empty' | 'problem' | 'offline' | 'denied' | 'done' | 'waiting';

const LOOKS: Record<Face, { icon: string; tone: string }> = {
  empty: { icon: '', tone: 'plain' },
  problem: { icon: 'refresh', tone: 'warn' },
  offline: { icon: 'offline', tone: 'plain' },
  denied: { icon: 'lock', tone: 'plain' },
  done: { icon: 'done', tone: 'ok' },
  waiting: { icon: 'clock', tone: 'plain' },
};

function isFace(text: string): text is Face {
  return text in LOOKS;
}

Component({
  properties: {
    face: { type: String, value: 'empty' },
    icon: { type: String, value: '' },
    tone: { type: String, value: '' },
    sentence: { type: String, value: '' },
    detail: { type: String, value: '' },
    action: { type: String, value: '' },
    second: { type: String, value: '' },
    large: { type: Boolean, value: false },
    bare: { type: Boolean, value: false },
  },
  data: { shownIcon: '', shownTone: 'plain' },
  observers: {
    'face, icon, tone': function (face: string, icon: string, tone: string) {
      const look = LOOKS[isFace(face) ? face : 'empty'];
      this.setData({ shownIcon: icon || look.icon, shownTone: tone || look.tone });
    },
  },
  methods: {
    onAct() {
      this.triggerEvent('act', {});
    },
    onSecond() {
      this.triggerEvent('second', {});
    },
  },
});
