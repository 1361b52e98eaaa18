// Which part may know which: the arrows of docs/architecture.md as rules. They are written once for any root, because
// test/tidy lays the same parts out again as fixtures, one violation for each rule, to prove that it fires.
'use strict';

const anyOf = (...names) => `(?:${names.join('|')})`;
const PAGES = `miniprogram/${anyOf('pages', 'packages/[^/]+/pages')}/`;
const COMPONENTS = `miniprogram/${anyOf('components', 'packages/[^/]+/components')}/`;
const PRODUCT = `${anyOf('domain', 'cloudfunctions', 'miniprogram')}/`;
const SDK = ['node_modules/@cloudbase/', 'node_modules/wx-server-sdk/'];
/** Domains that serve other ends than the count, and where the count is kept and opened. */
const GUESTS = anyOf(
  'pass',
  'community',
  'volunteer',
  'team',
  'activity',
  'wish',
  'gift',
  'issue',
  'notice',
  'guide',
  'course',
  'certificate',
  'content',
  'election',
  'measure',
);
const CENSUS_REPOSITORIES = anyOf(
  'household',
  'member',
  'person',
  'people',
  'submission',
  'form',
  'sheet',
  'visit',
  'walls',
  'residence',
  'tenancies',
  'duplicate',
  'invitation',
  'comparison',
);
const CENSUS_RECORDS = anyOf(
  'sealed-answers',
  'sealed-form',
  'sealed-tenancy',
  'household',
  'own-door',
  'door-place',
  'form-',
  'person-traits',
  'search-keys',
  'registrations',
  'save-household',
  'close-household',
);

const domainRules = (at) => [
  {
    name: 'domain-is-pure',
    comment:
      'A rule that is true on the phone and in the cloud may lean on neither, only on zod, dayjs and tweetnacl.',
    from: { path: at('domain/') },
    to: { pathNot: [at('domain/'), 'node_modules/(?:zod|dayjs|tweetnacl)/'] },
  },
  {
    name: 'domain-kernel-knows-no-domain',
    comment: 'The kernel carries every domain, so it can rest on none of them.',
    from: { path: at('domain/kernel/') },
    to: { path: at('domain/(?!kernel/)') },
  },
  {
    name: 'domains-know-no-contract',
    comment:
      'A contract speaks of the domain; a domain that spoke of its contract would be tied to one function.',
    from: { path: at('domain/(?!contract/)') },
    to: { path: at('domain/contract/') },
  },
];

const phoneRules = (at) => [
  {
    name: 'phone-never-sees-cloud',
    comment: 'What runs in the cloud must never travel to a phone.',
    from: { path: at('miniprogram/') },
    to: { path: [at('cloudfunctions/'), ...SDK] },
  },
  {
    name: 'pages-reach-the-cloud-through-services',
    comment: 'A page asks a typed client; transport, retries and contracts are the business of services.',
    from: { path: at(PAGES) },
    to: {
      path: [at('miniprogram/services/cloud\\.ts$'), at('domain/contract/')],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'components-are-blind',
    comment:
      'A component gets data by properties and answers by events; it neither fetches nor knows its page.',
    from: { path: at(COMPONENTS) },
    to: { path: [at('miniprogram/services/'), at(PAGES), at('domain/contract/')] },
  },
  {
    name: 'packages-do-not-meet',
    comment: 'A subpackage is loaded alone, so it cannot lean on another one.',
    from: { path: at('miniprogram/packages/([^/]+)/') },
    to: { path: at('miniprogram/packages/'), pathNot: at('miniprogram/packages/$1/') },
  },
  {
    name: 'main-package-knows-no-other',
    comment:
      'The main package is loaded without any subpackage; what is imported when it is wanted comes with its own.',
    from: { path: at('miniprogram/(?!packages/)') },
    to: { path: at('miniprogram/packages/'), dynamic: false },
  },
];

const cloudRules = (at) => [
  {
    name: 'cloud-sees-only-domain',
    comment:
      'A function knows the domain and itself, so that it can be deployed without the rest of the repository.',
    from: { path: at('cloudfunctions/') },
    to: { path: at(`${anyOf('miniprogram', 'local', 'scripts', 'test', 'bench')}/`) },
  },
  {
    name: 'functions-do-not-meet',
    comment: 'A function is deployed alone; what two of them share lives below both.',
    from: { path: at('cloudfunctions/functions/([^/]+)/') },
    to: { path: at('cloudfunctions/functions/'), pathNot: at('cloudfunctions/functions/$1/') },
  },
  {
    name: 'nobody-stands-on-a-function',
    comment: 'Functions are the top of the cloud: everything below them serves, and knows none of them.',
    from: { path: at('cloudfunctions/(?!functions/)') },
    to: { path: at('cloudfunctions/functions/') },
  },
  {
    name: 'kernel-knows-no-domain',
    comment:
      'How a call runs is the same for every domain; the identity of the caller is all the kernel has to know.',
    from: { path: at('cloudfunctions/kernel/') },
    to: { path: at('domain/(?!kernel/|identity/)') },
  },
  {
    name: 'queries-live-in-repositories',
    comment: 'A query stands beside the index that serves it, so nobody else holds the database.',
    from: { path: at(`cloudfunctions/${anyOf('functions', 'policies', 'vault', 'audit')}/`) },
    to: { path: at('cloudfunctions/kernel/cloud\\.ts$'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'census-behind-a-gateway',
    comment:
      'What was said to the census serves nothing else, except through the gateway that decides what may be asked.',
    from: { path: [at(`cloudfunctions/functions/${GUESTS}/`), at(`domain/${GUESTS}/`)] },
    to: {
      path: [
        at(`cloudfunctions/repositories/${CENSUS_REPOSITORIES}`),
        at(`cloudfunctions/records/${CENSUS_RECORDS}`),
        at('domain/census/'),
      ],
    },
  },
];

const commonRules = (at) => [
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file that has not been thought through.',
    from: { path: at('') },
    to: { circular: true },
  },
  {
    name: 'one-door-to-the-sdk',
    comment: 'One file decides how the cloud is spoken to; the platform’s own package stays in its ports.',
    from: {
      path: at(''),
      pathNot: [at('cloudfunctions/kernel/cloud\\.ts$'), at('cloudfunctions/ports/'), at('(?:test|bench)/')],
    },
    to: { path: SDK },
  },
  {
    name: 'one-door-to-zod',
    comment: 'The schemas have one door, where it is told never to build functions from text.',
    from: { path: at(''), pathNot: [at('domain/kernel/zod\\.ts$'), at('(?:test|bench)/')] },
    to: { path: 'node_modules/zod/' },
  },
  {
    name: 'product-knows-no-tools',
    comment: 'The code cannot tell where it runs, so it cannot know the tools that run it.',
    from: { path: at(PRODUCT) },
    to: { path: at(`${anyOf('local', 'scripts', 'test', 'bench')}/`) },
  },
  {
    name: 'tools-know-no-tests',
    comment: 'Tests and benches stand on the product and its tools, never the other way round.',
    from: { path: at(`${anyOf('local', 'scripts')}/`) },
    to: { path: at(`${anyOf('test', 'bench')}/`) },
  },
  {
    name: 'product-needs-no-developer-package',
    comment: 'What is uploaded must not lean on a package that only developers install.',
    from: { path: at(PRODUCT) },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere is a name that somebody forgot.',
    from: { path: at('') },
    // The bundle of the mini-program stands beside the runtime in dist/, and the browser loads it from there.
    to: { couldNotResolve: true, pathNot: '^app\\.js$' },
  },
];

/** The rules for parts below `root`: a regular expression without groups that ends with a slash, or nothing at all. */
exports.boundaries = function boundaries(root) {
  const at = (path) => `^${root}${path}`;
  const rules = [domainRules, phoneRules, cloudRules, commonRules].flatMap((part) => part(at));
  return rules.map((rule) => ({ ...rule, severity: 'error' }));
};

/** How the tree is read: a type is knowledge too, and packages are named but not entered. */
exports.reading = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.base.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
  },
};
