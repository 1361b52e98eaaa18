/** Whoever waits for a file, and whoever agreed to it, find in their inbox that it is made, and the way to it. */
import type { SystemContext } from '../../kernel/context';
import { messageFromTimer } from '../../records/messages';
import type { ExportDocument } from '../../repositories/documents';
import { insertMissing } from '../../repositories/insert-missing';

const EXPORTS = '/packages/manage/pages/exports/exports';
const TO_REQUESTER = '一天之内打开存好，过后就删掉';
const TO_DECIDER = '您同意过的，要的人可以去打开了';

/** In one write, and once, however often the run that made the file is repeated. */
export async function tellReady(
  context: SystemContext,
  {
    _id,
    scopeName: place,
    requesterId,
    deciderId,
  }: Pick<ExportDocument, '_id' | 'scopeName' | 'requesterId' | 'deciderId'>,
): Promise<void> {
  const kind = 'exportReady';
  const notes = [
    [requesterId, TO_REQUESTER] as const,
    ...(deciderId === undefined ? [] : [[deciderId, TO_DECIDER] as const]),
  ];
  const messages = notes.map(([userId, note]) =>
    messageFromTimer(context, _id, { userId, kind, values: { place, note }, link: EXPORTS }),
  );
  await insertMissing(context.store, 'messages', messages);
}
