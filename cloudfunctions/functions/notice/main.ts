import { noticeContract } from '@domain/contract/notice';
import { serve } from '../../kernel/endpoint';
import { deliverNotices } from './deliver-notices';
import { endNotices } from './end-notices';
import { listManaged } from './procedures/list-managed';
import { listNotices } from './procedures/list-notices';
import { listUnread } from './procedures/list-unread';
import { markNotice } from './procedures/mark-notice';
import { readDesk } from './procedures/read-desk';
import { readNotice } from './procedures/read-notice';
import { readReach } from './procedures/read-reach';
import { saveNotice } from './procedures/save-notice';

export const main = serve({
  contract: noticeContract,
  procedures: {
    listNotices,
    readNotice,
    markNotice,
    saveNotice,
    listManaged,
    readDesk,
    readReach,
    listUnread,
  },
  timers: { deliverNotices, endNotices },
});
