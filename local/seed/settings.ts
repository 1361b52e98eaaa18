/** What a street sets up before the first form: the campaign, and its keys. */
import { addDays, startOfDay } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import type { CampaignDocument, KeyDocument } from '../../cloudfunctions/repositories/documents';
import { KEY_FAMILIES, newKeyDocument, type RootOfKeys } from '../../cloudfunctions/vault/data-keys';
import type { StreetPlan } from './street-plan';

export const NOTICE_VERSION = '1';
export const FORM_VERSION = '1';
const OPEN_SINCE_DAYS = 10;
const OPEN_FOR_DAYS = 80;

/** Open since ten days before `today`, and for eighty after. */
export function campaignDocument({ street }: StreetPlan, today: Day): CampaignDocument {
  return {
    _id: 'campaign',
    streetId: street.id,
    officeName: `${street.name}办事处`,
    streetName: street.name,
    publicPhone: street.publicPhone,
    protectionOfficer: '万保护',
    isOpen: true,
    opensOn: addDays(today, -OPEN_SINCE_DAYS),
    closesOn: addDays(today, OPEN_FOR_DAYS),
    noticeVersion: NOTICE_VERSION,
    formVersion: FORM_VERSION,
    idNumberMode: 'off',
  };
}

/** The first key of every family, wrapped with the root key. Random: two folders share none. */
export function firstKeys(root: RootOfKeys, today: Day): KeyDocument[] {
  return KEY_FAMILIES.map((family) =>
    newKeyDocument(root, family, { at: startOfDay(today), state: 'active' }),
  );
}
