import { householdFormSchema, type HouseholdForm } from '@domain/census/household-form';
import { ROLES, type Role } from '@domain/identity/role';
import * as z from '@domain/kernel/zod';
import { CUT_FIELDS, cutForm, sightOf } from '../../../cloudfunctions/policies/field-visibility';

const adult = {
  key: 'k1k1k1k1',
  relation: 0,
  gender: 1,
  ageBand: '18-59',
  livesHere: true,
  hukouHere: true,
  name: '王小明',
  idNumber: '00000019900101001X',
  idLast4: '001X',
} as const;
const child = {
  ...adult,
  key: 'k2k2k2k2',
  relation: 2,
  ageBand: '14-17',
  name: '王晓雨',
  idNumber: '000000200901010019',
  idLast4: '0019',
} as const;

/** What every form holds. */
const bare: HouseholdForm = {
  useState: 1,
  fillRole: 1,
  phone: { number: '10012345678' },
  liveCount: 2,
  hukouOnlyCount: 0,
  members: [],
  vehicles: [],
  care: [],
  contactOk: true,
  reasons: { 'members.many': '老人和孩子都住这儿' },
};
const form: HouseholdForm = {
  ...bare,
  headName: '王小明',
  members: [adult, child],
  vehicles: [{ plate: '鲁D12345', propertyMaySee: true }],
  care: ['mobility'],
  suggestion: '楼道灯不亮',
  volunteer: 'volunteer',
};

/** Whatever of these stands in a view, its role has read. */
const SECRETS = [
  '王小明',
  '王晓雨',
  '10012345678',
  '19900101',
  '20090101',
  '001X',
  '0019',
  '12345',
  'mobility',
];

function seenBy(role: Role): string[] {
  const view = JSON.stringify(cutForm(form, role));
  return SECRETS.filter((secret) => view.includes(secret));
}

describe('a form as its viewers see it', () => {
  it('shows the household its own answers, and its identity numbers masked', () => {
    const view = cutForm(form, 'RE');

    expect(view).toMatchObject({
      headName: '王小明',
      phone: { number: '10012345678' },
      vehicles: [{ plate: '鲁D12345' }],
      care: ['mobility'],
      suggestion: '楼道灯不亮',
      volunteer: 'volunteer',
    });
    expect(view.members.map(({ name, idNumber }) => [name, idNumber])).toEqual([
      ['王小明', '0000**************'],
      ['王晓雨', '0000**************'],
    ]);
  });

  it('shows a grid worker and the community masks, no child by name or number, and what helps to care', () => {
    for (const role of ['GW', 'CA'] as const) {
      const view = cutForm(form, role);

      expect(view).toMatchObject({
        headName: '王*明',
        phone: { number: '100****5678' },
        vehicles: [{ plate: '鲁D****', propertyMaySee: true }],
        care: ['mobility'],
        suggestion: '楼道灯不亮',
      });
      expect(view.members[0]).toMatchObject({ name: '王*明', idNumber: '0000**************' });
      expect(view.members[1]).not.toHaveProperty('name');
      expect(view.members[1]).not.toHaveProperty('idNumber');
      expect(seenBy(role)).toEqual(['mobility']);
    }
    expect(cutForm(form, 'GW')).not.toHaveProperty('volunteer');
    expect(cutForm(form, 'CA')).toHaveProperty('volunteer', 'volunteer');
  });

  it('shows the street masks, no plates and no care', () => {
    const view = cutForm(form, 'SA');

    expect(view).toMatchObject({ headName: '王*明', vehicles: [], care: [] });
    expect(seenBy('SA')).toEqual([]);
  });

  it.each(ROLES.filter((role) => !['RE', 'GW', 'CA', 'SA'].includes(role)))(
    'shows %s no person at all',
    (role) => {
      const view = cutForm(form, role);

      expect(seenBy(role)).toEqual([]);
      expect(view).not.toHaveProperty('headName');
      expect(view).not.toHaveProperty('suggestion');
      expect(view.phone.number).toBe('');
      expect(view.reasons).toEqual({});
      for (const member of view.members) expect(member).not.toHaveProperty('name');
    },
  );

  it('never shows the last four of an identity number, to nobody', () => {
    for (const role of ROLES) expect(JSON.stringify(cutForm(form, role))).not.toContain('idLast4');
  });

  it('hides the head’s name where the head is a minor', () => {
    const alone: HouseholdForm = { ...form, headName: '王晓雨', members: [{ ...child, relation: 0 }] };

    expect(cutForm(alone, 'GW')).not.toHaveProperty('headName');
    expect(cutForm(alone, 'RE')).toHaveProperty('headName', '王晓雨');
  });

  it('is still a form, for every role, also where little was answered', () => {
    for (const role of ROLES) {
      for (const one of [form, bare]) {
        expect(z.safeParse(householdFormSchema, cutForm(one, role)).success).toBe(true);
      }
    }
    expect(cutForm(bare, 'GW')).toEqual({ ...bare, phone: { number: '100****5678' } });
  });
});

describe('the table of sights', () => {
  it.each<[Role, string]>([
    ['RE', 'full full full full full masked full full full full'],
    ['GW', 'masked hidden masked masked masked masked full full hidden full'],
    ['CA', 'masked hidden masked masked masked masked full full full full'],
    ['SA', 'masked hidden masked masked hidden masked hidden full hidden full'],
    ['BH', 'hidden hidden hidden hidden hidden hidden hidden hidden hidden hidden'],
    ['AU', 'hidden hidden hidden hidden hidden hidden hidden hidden hidden hidden'],
  ])('%s', (role, sights) => {
    expect(CUT_FIELDS.map((field) => sightOf(field, role)).join(' ')).toBe(sights);
  });
});
