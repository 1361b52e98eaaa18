/** The SDK bundled the way functions are, and nothing else: what a function's own part is measured against. */
import tcb from '@cloudbase/node-sdk';

export const init = tcb.init.bind(tcb);
