/** 找人帮我 at the end of a page in 大字: calls the community, whose number the phone keeps. Properties and events: none. */
import { callNumber } from '../../services/phone-call';
import { knownSession } from '../../services/session';

Component({
  data: { phone: '' },
  lifetimes: {
    async attached() {
      const { campaign } = await knownSession();
      this.setData({ phone: campaign?.publicPhone ?? '' });
    },
  },
  methods: {
    onCall() {
      callNumber(this.data.phone);
    },
  },
});
