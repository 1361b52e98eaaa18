import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { REFUSABLE_FIELDS } from '@domain/census/codes';
import { checkForm } from '@domain/census/form-rules';
import { fieldOf, fieldsOfStep, FORM_FIELDS, FORM_STEPS, stepOfFinding } from '@domain/census/form-fields';
import { householdFormSchema } from '@domain/census/household-form';
import { isBirthMonth, WORKER_FIELDS, workerSight } from '@domain/census/worker-fields';
import { ROLES, type Role } from '@domain/identity/role';

const root = join(__dirname, '../../../domain');

/** D14, as names in code and as words; a street that asks none of these needs none of these words. */
const FORBIDDEN =
  /religio|politic|marriage|married|marital|income|salary|diagnos|disease|biometr|fingerprint|face(?:Image|Photo|Id)|(?:card|id)Photo|bankCard|bankAccount|employer|ethnic|locationTrack|gps|keyPerson|blacklist|watchlist|宗教|信仰|政治|党员|婚姻|婚否|收入|病史|诊断|疾病|人脸|指纹|银行卡|民族|重点人|社区矫正|刑释|吸毒|信访|精神障碍|邪教|工作单位/i;

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

describe('the resident form, and what workers add to it, as declared', () => {
  it.each([...FORM_FIELDS, ...WORKER_FIELDS].map((field) => [field.id, field] as const))(
    '%s says why, on which ground, how long, for whom and how protected',
    (_id, field) => {
      const help = 'help' in field ? [field.help] : [];
      expect([field.purpose, field.retention, field.label, ...help].every((text) => text.length >= 2)).toBe(
        true,
      );
      expect(['consent', 'statutoryDuty']).toContain(field.basis);
      expect(['L1', 'L2', 'L3', 'L4']).toContain(field.class);
      expect(Object.keys(field.sees).length).toBeGreaterThan(0);
    },
  );

  it('has each field once, and every field of the schema', () => {
    const ids = FORM_FIELDS.map((field) => field.id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(
        Object.keys(householdFormSchema.shape).filter((key) => !['reasons', 'refused'].includes(key)),
      ),
    );
  });

  it('shows a phone to a building head never as such, and care needs to no building head, property or clerk', () => {
    expect(fieldOf('phone')?.sees.BH).toBeUndefined();
    expect(Object.keys(fieldOf('care')?.sees ?? {})).toEqual(['GW', 'CA', 'SA']);
  });

  it('shows what workers write to the grid and the community alone, a month of birth masked', () => {
    const sight = (role: Role) => WORKER_FIELDS.map(({ id }) => workerSight(id, role));

    for (const role of ['GW', 'CA'] as const) {
      expect(sight(role)).toEqual(['full', 'full', 'full', 'full', 'masked', 'full']);
    }
    for (const role of ROLES.filter((one) => one !== 'GW' && one !== 'CA')) {
      expect(new Set(sight(role))).toEqual(new Set([undefined]));
    }
  });

  it.each([
    ['1952-06', true],
    ['2025-11', true],
    ['2025-12', false],
    ['1894-12', false],
    ['1952-13', false],
    ['1952-6', false],
  ])('%s is a month of birth: %s', (month, isOne) => {
    expect(isBirthMonth(month, '2025-11-24')).toBe(isOne);
  });

  it('lets a household refuse exactly the questions that the schema names', () => {
    expect(FORM_FIELDS.filter(({ mayRefuse }) => mayRefuse === true).map(({ id }) => id)).toEqual([
      ...REFUSABLE_FIELDS,
    ]);
  });

  it('fills six steps, in order, and has fewer on the short paths', () => {
    const steps = (path: 'whole' | 'vacant' | 'landlord') =>
      Array.from({ length: FORM_STEPS }, (_, index) =>
        fieldsOfStep(index + 1, path).map((field) => field.id),
      );

    expect(steps('whole').every((fields) => fields.length > 0)).toBe(true);
    expect(steps('vacant').flat()).toEqual(['useState', 'fillRole', 'phone', 'consent']);
    expect(steps('landlord').flat()).toEqual(['useState', 'fillRole', 'phone', 'liveCount', 'consent']);
  });

  it('asks on each path for exactly what its rules ask for', () => {
    const rules = { today: '2025-11-24', allowTestNumbers: true, idNumberMode: 'off' } as const;
    const asked = checkForm({}, rules).map(({ field }) => field);
    const declared = FORM_FIELDS.filter((field) => field.requiredOn.includes('whole')).map(
      (field) => field.id,
    );

    // The door, the consent and a count that starts at 0 are not answers of the form.
    expect(declared.filter((id) => !['doorRef', 'consent', 'hukouOnlyCount'].includes(id))).toEqual(asked);
  });

  it.each([
    ['phone', 2],
    ['members.aaaaaaa1.name', 4],
    ['vehicles.0', 5],
    ['guardianConsent', 6],
  ])('leads from the finding %s to its step', (field, step) => {
    expect(stepOfFinding(field)).toBe(step);
  });
});

/** They name a kind in order to refuse it. */
const REFUSALS = ['register/forbidden-words.ts', 'content/traces.ts', 'wish/wish-text.ts'];
const files = filesUnder(root).map((path) => relative(root, path).replace(/\\/g, '/'));

describe('what is never collected', () => {
  it.each(files.filter((path) => !REFUSALS.includes(path)))('is not named in domain/%s', (path) => {
    expect(readFileSync(join(root, path), 'utf8').match(FORBIDDEN)).toBeNull();
  });

  it.each(['religion', 'incomeBand', 'maritalStatus', '重点人员', 'ethnicity'])(
    'would be noticed: %s',
    (name) => {
      expect(FORBIDDEN.test(name)).toBe(true);
    },
  );
});
