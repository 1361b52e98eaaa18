import type { WallUnit } from '@domain/contract/census';
import type { Campaign, Seat } from '@domain/contract/session';
import type { ProblemCode, ProblemReport } from '@domain/kernel/problem';
import type { OutboxEntry } from '../../miniprogram/services/outbox-entry';

export const CAMPAIGN: Campaign = {
  officeName: '万家街道办事处',
  streetName: '万家街道',
  publicPhone: '10000000000',
  protectionOfficer: '万保护',
  isOpen: true,
  opensOn: '2026-11-14',
  closesOn: '2027-02-12',
  noticeVersion: '1',
  formVersion: '1',
  idNumberMode: 'off',
  allowTestNumbers: true,
};

export const HOME_SEAT: Seat = {
  id: 'seat1',
  role: 'RE',
  label: '苹果花园 3-2-502',
  householdId: 'household1',
  endsOn: '2027-11-24',
};

export function problemOf(code: ProblemCode): ProblemReport {
  return { code, message: '', details: {}, requestId: '' };
}

export function entryOf(change: Partial<OutboxEntry>): OutboxEntry {
  return {
    opId: 'a'.repeat(26),
    clientSeq: 1,
    name: 'census',
    procedure: 'submitForm',
    isBatched: false,
    input: {},
    actAs: undefined,
    group: 'door:unit-3',
    label: '苹果花园 3-2-502',
    what: '',
    origin: undefined,
    state: 'queued',
    madeAt: 1,
    attempts: 0,
    rejections: 0,
    notBefore: 0,
    problem: undefined,
    answer: undefined,
    ...change,
  };
}

/** A stairwell of one floor, its doors 101, 102, … in these states. */
export function unitOf(states: readonly WallUnit['doors'][number]['state'][]): WallUnit {
  const doors = states.map((state, slot) => ({
    slot,
    room: `10${slot + 1}`,
    floor: '1',
    state,
    waiting: 0,
    flagged: false,
  }));
  return { id: 'u', label: '1单元', doors };
}
