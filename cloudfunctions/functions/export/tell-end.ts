/** Whoever waits for a file, and whoever agreed to it, find in their inbox what has become of it, and the way to it. */
import type { MessageKind } from '@domain/inbox/message';
import type { SystemContext } from '../../kernel/context';
import { messageFromTimer } from '../../records/messages';
import type { ExportDocument } from '../../repositories/documents';
import { insertMissing } from '../../repositories/insert-missing';

type ToldFile = Pick<ExportDocument, '_id' | 'scopeName' | 'requesterId' | 'deciderId'>;

interface End {
  readonly kind: MessageKind;
  readonly toRequester: string;
  readonly toDecider: string;
}

const EXPORTS = '/packages/manage/pages/exports/exports';
const READY: End = {
  kind: 'exportReady',
  toRequester: '一天之内打开存好，过后就删掉',
  toDecider: '您同意过的，要的人可以去打开了',
};
const FAILED: End = {
  kind: 'exportFailed',
  toRequester: '试了几次都不行，再要一次；还不行，请信息中心来看',
  toDecider: '您同意过的那一份不算了，要的人再要时，请您再看一次',
};

export function tellReady(context: SystemContext, file: ToldFile): Promise<void> {
  return tellEnd(context, file, READY);
}

export function tellFailed(context: SystemContext, file: ToldFile): Promise<void> {
  return tellEnd(context, file, FAILED);
}

/** In one write, and once, however often the run that came to this end is repeated. */
async function tellEnd(
  context: SystemContext,
  { _id, scopeName: place, requesterId, deciderId }: ToldFile,
  { kind, toRequester, toDecider }: End,
): Promise<void> {
  const notes = [
    [requesterId, toRequester] as const,
    ...(deciderId === undefined ? [] : [[deciderId, toDecider] as const]),
  ];
  const messages = notes.map(([userId, note]) =>
    messageFromTimer(context, _id, { userId, kind, values: { place, note }, link: EXPORTS }),
  );
  await insertMissing(context.store, 'messages', messages);
}
