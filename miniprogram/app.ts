import { CLOUD_ENVIRONMENT } from './deployment';
import { connectCloud } from './services/cloud';
import { watchNetwork } from './services/network';
import { hideOutbox, showOutbox, startOutbox } from './services/outbox';
import { watchPrivacy } from './services/privacy';
import { readBackLater, readBackNever } from './services/receipts';

App({
  onLaunch() {
    connectCloud(CLOUD_ENVIRONMENT);
    watchNetwork();
    watchPrivacy();
    startOutbox();
  },

  onShow() {
    showOutbox();
    readBackLater();
  },

  onHide() {
    hideOutbox();
    readBackNever();
  },
});
