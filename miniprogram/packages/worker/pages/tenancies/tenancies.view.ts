/** Tenancies that a worker settles: who says what, and the results that are open. */
import type { OpenTenancy } from '@domain/contract/tenancy';
import { dayWords, fullDayWords } from '@domain/kernel/day';
import { ANSWERED_BY_LANDLORD, SETTLE_WORDS, TENANCY_STATES_WORDS } from '../../../../messages/matching';
import { STAFF_WORDS } from '../../../../messages/staff';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
  editable: boolean;
}

interface TenancyCard {
  id: string;
  compound: string;
  line: string;
  state: string;
  lines: readonly Line[];
}

export interface TenanciesView extends FaceView {
  cards: readonly TenancyCard[];
  hasMore: boolean;
}

export const NO_TENANCIES: TenanciesView = { ...CONTENT, cards: [], hasMore: false };

function line(label: string, value: string, note = ''): Line {
  return { key: label, label, value, note, editable: false };
}

function viewCard(tenancy: OpenTenancy): TenancyCard {
  const { id, plate, tenant, landlord, landlordPhone, startOn, endOn, hasContract, state, answer } = tenancy;
  const from = fullDayWords(startOn);
  const days = endOn === undefined ? `${from}起` : `${from}到${fullDayWords(endOn)}`;
  const contract = hasContract ? SETTLE_WORDS.contract : SETTLE_WORDS.noContract;
  return {
    id,
    ...plate,
    state: TENANCY_STATES_WORDS[state],
    lines: [
      line(SETTLE_WORDS.tenant, tenant === '' ? SETTLE_WORDS.minor : tenant),
      line(SETTLE_WORDS.landlord, landlord, landlordPhone),
      line(SETTLE_WORDS.days, days, contract),
      ...(answer === undefined
        ? []
        : [line(SETTLE_WORDS.said, ANSWERED_BY_LANDLORD[answer.word], dayWords(answer.on))]),
    ],
  };
}

export function viewTenancies(tenancies: readonly OpenTenancy[], next: string | undefined): TenanciesView {
  if (tenancies.length > 0) {
    return { ...NO_TENANCIES, cards: tenancies.map(viewCard), hasMore: next !== undefined };
  }
  return { ...NO_TENANCIES, face: 'done', sentence: SETTLE_WORDS.empty, action: STAFF_WORDS.back };
}
