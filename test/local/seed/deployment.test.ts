import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  CLOUDBASERC,
  planProblems,
  printCloudbaserc,
  printPlan,
  readDeploymentPlan,
  VARIABLES,
} from '../../../scripts/deployment-plan';

const CLOUD = resolve(__dirname, '../../../cloudfunctions');
const plan = readDeploymentPlan();

describe('a deployment', () => {
  it('is what cloudbaserc.json declares: `npm run deploy:plan -- --write` brings it up to date', () => {
    expect(readFileSync(CLOUDBASERC, 'utf8')).toBe(printCloudbaserc(plan));
  });

  it('finds nothing wrong with the declarations', () => {
    expect(planProblems(plan)).toEqual([]);
  });

  it.each([
    [
      'an open collection',
      { ...plan, rules: { ...plan.rules, doors: { read: true, write: false } } },
      'doors',
    ],
    ['a collection without a rule', { ...plan, collections: [...plan.collections, 'extra'] }, 'extra'],
    ['an index of nothing', { ...plan, indexes: { ...plan.indexes, ghosts: [] } }, 'ghosts'],
    [
      'a function that runs too long',
      { ...plan, functions: [{ name: 'slow', memory: 256, timeout: 90, client: true, triggers: [] }] },
      'slow',
    ],
  ])('names %s', (_, broken, name) => {
    expect(planProblems(broken)).toEqual([expect.stringContaining(name)]);
  });

  it('prints every collection, index, function and timer, and no value of a variable', () => {
    const text = printPlan(plan).join('\n');
    const indexes = Object.entries(plan.indexes).flatMap(([name, list]) =>
      list.map((index) => `${name}.${index.name}`),
    );
    const timers = plan.functions.flatMap(({ name, triggers }) =>
      triggers.map((one) => `${name}.${one.name}`),
    );

    for (const word of [
      ...plan.collections,
      ...indexes,
      ...plan.functions.map(({ name }) => name),
      ...timers,
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain('WANJIA_ROOT_KEY');
    expect(text).toContain('Nodejs20.19');
  });

  it('names every variable that functions read', () => {
    const sources = readdirSync(CLOUD, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const read = sources.flatMap((name) =>
      [...readFileSync(join(CLOUD, name), 'utf8').matchAll(/process\.env\['(WANJIA_\w+)'\]/g)].map(
        ([, word]) => word,
      ),
    );

    expect(new Set(read)).toEqual(new Set(VARIABLES.map(({ name }) => name)));
  });

  it('takes secrets from the deployer’s environment and from nowhere else', () => {
    const { functions } = JSON.parse(printCloudbaserc(plan)) as {
      functions: { name: string; envVariables: Record<string, string> }[];
    };

    expect(functions.map(({ name }) => name)).toEqual(plan.functions.map(({ name }) => name));
    for (const { name, envVariables } of functions) {
      expect(envVariables['WANJIA_ROOT_KEY']).toBe('{{env.WANJIA_ROOT_KEY}}');
      expect(envVariables['WANJIA_TEST_NUMBERS']).toBeUndefined();
      expect(Object.keys(envVariables).includes('WANJIA_LINK_BASE')).toBe(name === 'print');
      for (const value of Object.values(envVariables)) expect(value).toMatch(/^\{\{env\.\w+\}\}$/);
    }
  });
});
