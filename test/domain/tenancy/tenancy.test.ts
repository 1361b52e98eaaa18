import type { HouseholdFormDraft } from '@domain/census/form-draft';
import { asksTenancy, tenancyFindings, withAskedTenancy } from '@domain/tenancy/tenancy';
import {
  isSettledByWorker,
  isUnconfirmedTenancy,
  nextTenancyState,
  TENANCY_STATES,
  type TenancyEvent,
  type TenancyState,
} from '@domain/tenancy/tenancy-state';

const RULES = { today: '2026-03-10', allowTestNumbers: true, idNumberMode: 'off' } as const;
const WHOLE = { landlordName: '丁大海', startOn: '2026-01-01', hasContract: true };

function tenant(tenancy: HouseholdFormDraft['tenancy'], more: HouseholdFormDraft = {}): HouseholdFormDraft {
  return { useState: 2, fillRole: 3, tenancy, ...more };
}

const wrong = (form: HouseholdFormDraft) => tenancyFindings(form, RULES).map(({ field }) => field);

describe('a declared tenancy', () => {
  it.each([
    ['nothing said', undefined, []],
    ['only blanks', { landlordName: '', startOn: undefined }, []],
    ['whole', WHOLE, []],
    ['with a number', { ...WHOLE, landlordPhone: '10012345678' }, []],
    ['a number too short', { ...WHOLE, landlordPhone: '1001234567' }, ['tenancy.landlordPhone']],
    ['no name', { ...WHOLE, landlordName: '' }, []],
    ['a name that is none', { ...WHOLE, landlordName: '😀' }, ['tenancy.landlordName']],
    ['no first day', { ...WHOLE, startOn: undefined }, ['tenancy.startOn']],
    ['a day that is none', { ...WHOLE, startOn: '2026-02-30' }, ['tenancy.startOn']],
    ['an end before its beginning', { ...WHOLE, endOn: '2025-12-31' }, ['tenancy.endOn']],
    ['an end on the first day', { ...WHOLE, endOn: '2026-01-01' }, []],
    ['nothing of a contract', { ...WHOLE, hasContract: undefined }, ['tenancy.hasContract']],
  ] as const)('%s', (_name, tenancy, fields) => {
    expect(wrong(tenant(tenancy))).toEqual(fields);
  });

  it('is asked of those who rent, and dropped from the form of anybody else', () => {
    const owner: HouseholdFormDraft = { useState: 1, fillRole: 1, tenancy: WHOLE };

    expect([asksTenancy(tenant(WHOLE)), asksTenancy(owner)]).toEqual([true, false]);
    expect(asksTenancy({ useState: 2, fillRole: 4 })).toBe(false);
    expect(withAskedTenancy(owner)).toEqual({ useState: 1, fillRole: 1 });
    expect(withAskedTenancy(tenant(WHOLE))).toEqual(tenant(WHOLE));
    expect(wrong({ ...owner, tenancy: {} })).toEqual([]);
  });
});

describe('the machine of a tenancy', () => {
  const EVENTS: readonly TenancyEvent[] = [
    'yes',
    'no',
    'movedOut',
    'silence',
    'settle.confirm',
    'settle.refuse',
    'settle.movedOut',
    'settle.ask',
    'end',
  ];
  const worker = ['confirmed', 'refused', 'ended', 'asked', 'ended'];
  const none = undefined;

  it.each<[TenancyState, (string | undefined)[]]>([
    ['unnamed', ['confirmed', 'disputed', 'reportedOut', none, ...worker]],
    ['asked', ['confirmed', 'disputed', 'reportedOut', 'overdue', ...worker]],
    ['confirmed', [none, none, 'reportedOut', none, none, none, 'ended', none, 'ended']],
    ['disputed', [none, none, none, none, ...worker]],
    ['reportedOut', [none, none, none, none, ...worker]],
    ['overdue', ['confirmed', 'disputed', 'reportedOut', none, ...worker]],
    ['refused', [none, none, none, none, 'confirmed', none, 'ended', 'asked', 'ended']],
    ['ended', [none, none, none, none, none, none, none, none, none]],
  ])('%s', (state, expected) => {
    expect(EVENTS.map((event) => nextTenancyState(state, event))).toEqual(expected);
  });

  it('flags everything that is neither confirmed nor over', () => {
    expect(TENANCY_STATES.filter((state) => !isUnconfirmedTenancy(state))).toEqual(['confirmed', 'ended']);
  });
});

describe('by whose word a tenancy stands', () => {
  it.each([
    ['confirmed', 'yes', false],
    ['confirmed', 'no', true],
    ['confirmed', undefined, true],
    ['disputed', 'no', false],
  ] as const)('%s after the landlord said %s is the worker’s: %s', (state, word, isWorkers) => {
    expect(isSettledByWorker(state, word)).toBe(isWorkers);
  });
});
