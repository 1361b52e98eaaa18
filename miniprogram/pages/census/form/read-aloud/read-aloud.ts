/**
 * The question on the screen, read by a recorded voice. It falls silent when the next question comes, when the page goes, and
 * when the page says that something else was touched; touches of the button itself stay here. A recording that turns out to be
 * missing takes its button away.
 * Properties: voice (address of the recording), large (大字). Events: none.
 */
import { READ_ALOUD_WORDS } from '../../../../messages/read-aloud';
import { hush, interrupt, speak } from '../../../../services/speech';

Component({
  properties: {
    voice: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    words: READ_ALOUD_WORDS,
    isSpeaking: false,
    isMissing: false,
  },
  observers: {
    voice() {
      interrupt();
      if (this.data.isMissing) this.setData({ isMissing: false });
    },
  },
  lifetimes: {
    detached() {
      hush();
    },
  },
  pageLifetimes: {
    hide() {
      interrupt();
    },
  },
  methods: {
    onListen() {
      if (this.data.isSpeaking) {
        interrupt();
        return;
      }
      this.setData({ isSpeaking: true });
      speak(this.data.voice, (isHeard) => {
        this.setData({ isSpeaking: false, isMissing: !isHeard });
      });
    },
    /** Keeps a touch of the button from the page. */
    onTouch() {
      return undefined;
    },
  },
});
