/**
 * Asks whether WeChat may bring the next message, after something that makes one worth having and as a tap of its own. A no is taken
 * without a word, and the question does not come back; where the street has registered no such template it is not asked.
 * Properties: ask (the reason in words), grant (what services/subscription says).
 * Events: `allow` {} for the page to ask WeChat.
 */
import { MESSAGE_ASK_WORDS } from '../../messages/message-ask';

Component({
  properties: {
    ask: { type: String, value: '' },
    grant: { type: String, value: '' },
  },
  data: { words: MESSAGE_ASK_WORDS },
  methods: {
    onAllow() {
      this.triggerEvent('allow', {});
    },
  },
});
