/** One record of a batch, carried out where the caller still has the door, and handed over where it passed on. */
import type { KnockAnswer, OfflineRecord } from '@domain/contract/offline-record';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import { placeOfWall } from '../../records/door-place';
import { keepKnock, type KnockTime } from '../../records/visits';
import { findWall } from '../../repositories/walls';
import { checkOpen, findDoor } from './door-of';
import { checkPack, keepHandedKnock } from './hand-over';
import { keepNote } from './notes';
import { findAtDoor, formOfCorrection, keepCorrection } from './offline-correction';
import { keepOfflineVerification } from './offline-verification';
import { keepFiling, keepHandedForm, type SavedHousehold } from './offline-form';

export interface KeptRecord {
  readonly knock?: KnockAnswer;
  readonly household?: SavedHousehold;
  /** It waits beside another answer of the door. */
  readonly isCompared?: boolean;
  readonly handedOver?: boolean;
  readonly changedSince?: boolean;
}

type Sent<Kind extends OfflineRecord['kind']> = Extract<OfflineRecord, { kind: Kind }>;

const HANDED: KeptRecord = { handedOver: true };

async function keepVisit(
  context: ChangeContext,
  { record, pack }: Sent<'visit'>,
  time: KnockTime,
): Promise<KeptRecord> {
  const door = await findDoor(context, record.doorId);
  const isOwn = context.reaches(placeOfWall(door.wall));
  if (!isOwn) checkPack(context, pack, door.wall._id);
  await checkOpen(context);
  if (isOwn) return { knock: await keepKnock(context, { door, record, time }) };
  await keepHandedKnock(context, { door, record, time });
  return HANDED;
}

async function keepForm(context: ChangeContext, { record, pack }: Sent<'filing'>): Promise<KeptRecord> {
  const door = await findDoor(context, record.doorId);
  if (!context.reaches(placeOfWall(door.wall))) {
    checkPack(context, pack, door.wall._id);
    await keepHandedForm(context, door, record);
    return HANDED;
  }
  const household = await keepFiling(context, door, record);
  return household === undefined ? { isCompared: true } : { household };
}

async function keepChanges(
  context: ChangeContext,
  { record, pack }: Sent<'correction'>,
): Promise<KeptRecord> {
  const door = await findDoor(context, record.doorId);
  const isOwn = context.reaches(placeOfWall(door.wall));
  if (!isOwn) checkPack(context, pack, door.wall._id);
  const household = await findAtDoor(context, record);
  if (isOwn) return { household: await keepCorrection(context, { door, household, correction: record }) };
  const form = formOfCorrection(context, household, record);
  await keepHandedForm(context, door, { form, consent: record.consent });
  return HANDED;
}

async function keepVerified(
  context: ChangeContext,
  { record, pack }: Sent<'verification'>,
): Promise<KeptRecord> {
  const door = await findDoor(context, record.doorId);
  const isOwn = context.reaches(placeOfWall(door.wall));
  if (!isOwn) checkPack(context, pack, door.wall._id);
  const household = await findAtDoor(context, record);
  const kept = await keepOfflineVerification(context, { door, household, record, isOwn });
  return isOwn ? kept : HANDED;
}

async function keepNoteRecord(context: ChangeContext, { record, pack }: Sent<'note'>): Promise<KeptRecord> {
  const wall = await findWall(context.store, record.unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  if (!context.reaches(placeOfWall(wall))) checkPack(context, pack, wall._id);
  keepNote(context, wall, record);
  return {};
}

export function keepRecord(
  context: ChangeContext,
  sent: OfflineRecord,
  time: KnockTime,
): Promise<KeptRecord> {
  switch (sent.kind) {
    case 'visit':
      return keepVisit(context, sent, time);
    case 'filing':
      return keepForm(context, sent);
    case 'correction':
      return keepChanges(context, sent);
    case 'verification':
      return keepVerified(context, sent);
    case 'note':
      return keepNoteRecord(context, sent);
  }
}
