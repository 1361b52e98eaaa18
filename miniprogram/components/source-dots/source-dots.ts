/**
 * Which sources know a household: four fixed places 网 物 卡 户, the letter always printed in the dot.
 * Properties: dots Dot[]: { letter, word, state: 'agrees' | 'differs' | 'silent' }, `word` the source's full name; large (大字).
 * Events: none.
 */
interface Dot {
  letter: string;
  word: string;
  state: 'agrees' | 'differs' | 'silent';
}

const STATES: Record<Dot['state'], string> = { agrees: '对得上', differs: '对不上', silent: '没有' };

Component({
  properties: {
    dots: { type: Array, value: [] },
    large: { type: Boolean, value: false },
  },
  data: { spoken: '' },
  observers: {
    dots(dots: Dot[]) {
      this.setData({ spoken: dots.map((dot) => `${dot.word}${STATES[dot.state]}`).join('，') });
    },
  },
});
