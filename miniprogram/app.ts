import { startCloudDrafts } from './services/cloud-draft';
import { CLOUD_ENVIRONMENT } from './deployment';
import { openClock } from './services/clock';
import { connectCloud } from './services/cloud';
import { watchNetwork } from './services/network';
import { hideOutbox, showOutbox, startOutbox } from './services/outbox';
import { watchPrivacy } from './services/privacy';
import { readBackLater, readBackNever, watchRecords } from './services/receipts';

App({
  onLaunch() {
    void openClock();
    connectCloud(CLOUD_ENVIRONMENT);
    watchNetwork();
    watchPrivacy();
    startOutbox();
    startCloudDrafts();
    watchRecords();
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
