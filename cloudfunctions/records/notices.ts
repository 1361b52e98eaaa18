/** Notices: where one is aimed at, and what becomes of it when its text is decided about. */
import { buildingWords } from '@domain/area/door-address';
import { addDays } from '@domain/kernel/calendar';
import { allowed, Problem } from '@domain/kernel/problem';
import { splitNotice, type GroundKind } from '@domain/notice/notice';
import { nextNoticeState, type NoticeEvent, type NoticeState } from '@domain/notice/notice-state';
import type { ChangeContext, CampaignInForce } from '../kernel/context';
import { newJob } from '../kernel/job';
import type { Reader } from '../kernel/store';
import type { NoticeDocument, Path } from '../repositories/documents';
import { findArea, findBuilding, findCompound } from '../repositories/frame';
import { findNotice } from '../repositories/notices';
import { digestId } from '../vault/random-id';
import type { ContentEffects, Decision } from './content-decision';
import { tell, type Telling } from './messages';

const NOTICE_PAGE = '/packages/life/pages/notice/notice';
/** What was reached stays this long after a notice's last day. */
const REACH_DAYS = 30;

export type NoticeGround = Pick<
  NoticeDocument,
  | 'streetId'
  | 'communityId'
  | 'compoundId'
  | 'gridId'
  | 'buildingId'
  | 'groundKind'
  | 'groundId'
  | 'groundName'
>;

type Found = Omit<NoticeGround, 'groundKind' | 'groundId'>;
type Find = (reader: Reader, id: string, campaign: CampaignInForce) => Promise<Found | undefined>;

const NOWHERE = { communityId: '', compoundId: '', gridId: '', buildingId: '' };

async function area(reader: Reader, id: string, kind: 'community' | 'grid') {
  const found = await findArea(reader, id);
  return found?.kind === kind ? found : undefined;
}

const FINDERS: Readonly<Record<GroundKind, Find>> = {
  building: async (reader, id) => {
    const building = await findBuilding(reader, id);
    if (building === undefined) return undefined;
    const { streetId, communityId, compoundId, gridId, compoundName, zone, label } = building;
    const groundName = `${compoundName} ${zone}${buildingWords(label)}`;
    return { streetId, communityId, compoundId, gridId, buildingId: id, groundName };
  },
  compound: async (reader, id) => {
    const compound = await findCompound(reader, id);
    if (compound === undefined) return undefined;
    const { streetId, communityId, name } = compound;
    return { ...NOWHERE, streetId, communityId, compoundId: id, groundName: name };
  },
  grid: async (reader, id, { streetId }) => {
    const grid = await area(reader, id, 'grid');
    return grid && { ...NOWHERE, streetId, communityId: grid.parentId, gridId: id, groundName: grid.name };
  },
  community: async (reader, id, { streetId }) => {
    const community = await area(reader, id, 'community');
    return community && { ...NOWHERE, streetId, communityId: id, groundName: community.name };
  },
  street: async (_reader, id, { streetId, streetName }) =>
    Promise.resolve(id === streetId ? { ...NOWHERE, streetId, groundName: streetName } : undefined),
};

/** The place at which a notice is aimed. Throws NOT_FOUND. */
export async function groundOf(
  reader: Reader,
  { groundKind, groundId }: Pick<NoticeDocument, 'groundKind' | 'groundId'>,
  campaign: CampaignInForce,
): Promise<NoticeGround> {
  const found = await FINDERS[groundKind](reader, groundId, campaign);
  if (found === undefined) throw new Problem('NOT_FOUND');
  return { ...found, groundKind, groundId };
}

/** Where it stands on the map of permissions: an empty part is nobody's. */
export function placeOfNotice({ streetId, communityId, gridId }: NoticeGround) {
  return {
    streetId,
    ...(communityId === '' ? {} : { communityId }),
    ...(gridId === '' ? {} : { gridId }),
  };
}

/** True where a notice is aimed at a building or at what it lies in. */
export function isAimedAt(
  { groundKind, groundId }: Pick<NoticeDocument, 'groundKind' | 'groundId'>,
  { buildingId, compoundId, gridId, communityId }: Omit<Path, 'unitId'>,
): boolean {
  return groundKind === 'street' || [buildingId, compoundId, gridId, communityId].includes(groundId);
}

/** Throws WRONG_STATE. */
export function noticeAfter(state: NoticeState | 'none', event: NoticeEvent): NoticeState {
  return allowed(nextNoticeState(state, event), state);
}

/** Into the inbox of an account, once: the id follows from the two. Who has read it already finds it there again. */
export function tellNotice(
  context: Omit<Parameters<typeof tell>[0], 'idFor'>,
  { _id, groundName }: Pick<NoticeDocument, '_id' | 'groundName'>,
  reader: Pick<Telling, 'userId' | 'isRead'>,
): void {
  const idFor = (purpose: string): string => digestId('notice', _id, purpose);
  const link = `${NOTICE_PAGE}?id=${_id}`;
  tell({ ...context, idFor }, { ...reader, kind: 'noticePublished', values: { place: groundName }, link });
}

export function reachPurgeOn({ endsOn }: Pick<NoticeDocument, 'endsOn'>): string {
  return addDays(endsOn, REACH_DAYS);
}

/** Throws NOT_FOUND. */
async function noticeOf(context: ChangeContext, { row }: Decision): Promise<NoticeDocument> {
  const notice = await findNotice(context.store, row.subjectId);
  if (notice === undefined) throw new Problem('NOT_FOUND');
  return notice;
}

/** Throws NOT_FOUND, WRONG_STATE. */
async function decidedNotice(
  context: ChangeContext,
  decision: Decision,
  event: NoticeEvent,
): Promise<{ readonly notice: NoticeDocument; readonly state: NoticeState }> {
  const notice = await noticeOf(context, decision);
  return { notice, state: noticeAfter(notice.state, event) };
}

async function onRelease(context: ChangeContext, decision: Decision): Promise<void> {
  const { notice, state } = await decidedNotice(context, decision, 'release');
  const isFirst = notice.publishedAt === 0;
  context.write.patch('notices', notice._id, {
    version: notice.version + 1,
    state,
    ...splitNotice(decision.text),
    ...(isFirst ? { publishedAt: context.now } : {}),
  });
  // A text that was changed later comes to nobody a second time.
  if (isFirst) context.write.insert('jobs', newJob('notice', notice._id, context.now));
}

async function onReturn(context: ChangeContext, decision: Decision): Promise<void> {
  const { notice, state } = await decidedNotice(context, decision, 'return');
  context.write.patch('notices', notice._id, { version: notice.version + 1, state });
}

async function onHide(context: ChangeContext, decision: Decision): Promise<void> {
  const notice = await noticeOf(context, decision);
  // What is over stays over; its words go all the same.
  const state = nextNoticeState(notice.state, 'hide') ?? notice.state;
  const words = { title: '', body: '' };
  context.write.patch('notices', notice._id, { version: notice.version + 1, state, ...words });
}

export const noticeEffects: ContentEffects = { onRelease, onReturn, onHide };
