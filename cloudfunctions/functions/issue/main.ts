import { issueContract } from '@domain/contract/issue';
import { serve } from '../../kernel/endpoint';
import { addPicture } from './procedures/add-picture';
import { assign } from './procedures/assign';
import { close } from './procedures/close';
import { confirm } from './procedures/confirm';
import { decline } from './procedures/decline';
import { extend } from './procedures/extend';
import { findSimilar } from './procedures/find-similar';
import { follow } from './procedures/follow';
import { hide } from './procedures/hide';
import { list } from './procedures/list';
import { listGiven } from './procedures/list-given';
import { listOwn } from './procedures/list-own';
import { merge } from './procedures/merge';
import { open } from './procedures/open';
import { readBoard } from './procedures/read-board';
import { readLedger } from './procedures/read-ledger';
import { readReleased } from './procedures/read-released';
import { reopen } from './procedures/reopen';
import { report } from './procedures/report';
import { revealPhone } from './procedures/reveal-phone';
import { review } from './procedures/review';
import { transfer } from './procedures/transfer';
import { unfollow } from './procedures/unfollow';
import { work } from './procedures/work';
import { tendIssues } from './tend-issues';

export const main = serve({
  contract: issueContract,
  procedures: {
    report,
    addPicture,
    findSimilar,
    follow,
    unfollow,
    listOwn,
    readBoard,
    readReleased,
    list,
    listGiven,
    readLedger,
    open,
    review,
    assign,
    work,
    merge,
    transfer,
    decline,
    extend,
    confirm,
    reopen,
    close,
    revealPhone,
    hide,
  },
  timers: { tendIssues },
});
