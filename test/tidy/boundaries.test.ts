import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './tree';

interface Rule {
  name: string;
  comment: string;
}

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

const FIXTURES = 'test/tidy/fixtures/boundaries';
const { boundaries } = createRequire(__filename)('../../scripts/boundaries.cjs') as {
  boundaries: (root: string) => Rule[];
};

/** What the rules find in the planted folders, as “folder: rule”, each once. */
function cruiseFixtures(): string[] {
  const cruiser = path.join(ROOT, 'node_modules/.bin/depcruise');
  const found = execFileSync(cruiser, ['--config', `${FIXTURES}.cjs`, '--output-type', 'json', FIXTURES], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { violations } = (JSON.parse(found) as Cruise).summary;
  const folder = (file: string): string => file.slice(FIXTURES.length + 1).split('/')[0] ?? '';
  return [...new Set(violations.map(({ rule, from }) => `${folder(from)}: ${rule.name}`))].sort();
}

describe('the boundaries', () => {
  const names = boundaries('').map(({ name }) => name);

  it('each fire on the violation planted for them, and on nothing that is allowed', () => {
    const found = cruiseFixtures();
    // What a function must not know of the repository, the product must not know either.
    const twins = ['cloud-sees-only-domain: product-knows-no-tools'];

    expect(found.filter((line) => !twins.includes(line))).toEqual(
      names.map((name) => `${name}: ${name}`).sort(),
    );
  });

  it('each give their reason in one sentence', () => {
    for (const { name, comment } of boundaries('')) {
      expect(`${name}: ${comment}`).toMatch(/: [A-Z][^.]*\.$/);
    }
  });

  it('are all there', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...['no-circular', 'domain-is-pure', 'domain-kernel-knows-no-domain', 'domains-know-no-contract'],
        ...['phone-never-sees-cloud', 'cloud-sees-only-domain', 'pages-reach-the-cloud-through-services'],
        ...['components-are-blind', 'packages-do-not-meet', 'functions-do-not-meet', 'one-door-to-the-sdk'],
        ...[
          'one-door-to-zod',
          'kernel-knows-no-domain',
          'queries-live-in-repositories',
          'census-behind-a-gateway',
        ],
      ]),
    );
  });
});
