// One description of what a text may not say. What only its types tell is asked by .oxlintrc.json; how it is laid out is oxfmt's business.
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import wxmlParser from '@wxml/parser';
import wxml from 'eslint-plugin-wxml';

/** A core rule that stays silent where `isExempt` says so of the call whose argument the function is. */
function unless(name, isExempt) {
  const rule = builtinRules.get(name);
  const create = (context) => {
    const report = (finding) => {
      const call = finding.node.parent;
      if (call?.type !== 'CallExpression' || !isExempt(call.callee)) context.report(finding);
    };
    return rule.create(Object.create(context, { report: { value: report } }));
  };
  return { meta: rule.meta, create };
}

const isChapter = (callee) => callee.name === 'describe' || callee.callee?.object?.name === 'describe';
const isTable = (callee) => callee.callee?.property?.name === 'each';

const wanjia = {
  rules: {
    // The body of a `describe` is a chapter and not a function.
    'function-length': unless('max-lines-per-function', isChapter),
    // A row of a table of examples has as many columns as it needs.
    'max-params': unless('max-params', isTable),
  },
};

const clock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Hand the time in: only a kernel reads the clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Hand the time in: only a kernel reads the clock.',
  },
];
const chance = [
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Hand the number in: chance belongs to the caller, and secrets to node:crypto.',
  },
];
const oldPhones = [
  {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: 'Look-behind does not compile on older phones.',
  },
  {
    selector: 'Literal[regex.pattern=/\\\\[pP]\\{/]',
    message: 'Property classes are not there on older phones.',
  },
];
const queries = [
  {
    selector: 'CallExpression[callee.property.name="collection"]',
    message: 'A query lives in repositories/, beside the index that serves it.',
  },
];
const paging = [
  {
    selector: 'CallExpression[callee.property.name="skip"]',
    message: 'Page by cursor: a skipped row is a row read.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(?:watch|callContainer|callApis)$/]',
    message: 'This way into the cloud cannot be pointed elsewhere, so no test could see it.',
  },
];
const patterns = [
  {
    selector:
      'NewExpression[callee.name="RegExp"][arguments.0.type!="Literal"], CallExpression[callee.name="RegExp"], CallExpression[callee.property.name="RegExp"]',
    message: 'Text of a person never becomes a pattern.',
  },
  { selector: 'Literal[value=/-ecb$/i]', message: 'ECB shows equal blocks; use the envelope.' },
];
const restrict = (...groups) => ['error', ...groups.flat()];

const noRelativeDoor = {
  patterns: [
    { regex: '^(\\.\\./)+domain/', message: 'Write @domain/... from another part.' },
    { regex: '^\\.{1,2}/.*\\.[jt]s$', message: 'Relative imports carry no extension.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.local/',
      'test/tidy/fixtures/',
      'test/local/phone/fixture/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs,cjs}'],
    plugins: { wanjia },
    rules: {
      'max-lines': ['error', 300],
      'wanjia/function-length': ['error', 60],
      complexity: ['error', 10],
      'wanjia/max-params': ['error', 3],
      'max-depth': ['error', 3],
      'array-callback-return': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-else-return': 'error',
      'no-empty': 'error',
      'no-empty-character-class': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-lonely-if': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-new-func': 'error',
      'no-prototype-builtins': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': ['error', 'always', { avoidQuotes: true }],
      'prefer-const': 'error',
      'prefer-object-has-own': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      'no-restricted-imports': ['error', noRelativeDoor],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'Intl'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...noRelativeDoor.patterns,
            { regex: '^@domain/', message: 'Inside domain, imports are relative.' },
          ],
        },
      ],
      'no-restricted-syntax': restrict(clock, chance, oldPhones),
    },
  },
  { files: ['domain/kernel/**/*.ts'], rules: { 'no-restricted-syntax': restrict(chance, oldPhones) } },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'Intl',
        'eval',
        'Function',
        'Buffer',
        'process',
        'window',
        'document',
      ],
      'no-restricted-syntax': restrict(clock, oldPhones),
    },
  },
  { files: ['miniprogram/services/clock.ts'], rules: { 'no-restricted-syntax': restrict(oldPhones) } },
  {
    files: ['cloudfunctions/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': restrict(clock, chance, queries, paging, patterns),
    },
  },
  {
    files: ['cloudfunctions/kernel/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(queries, paging, patterns) },
  },
  { files: ['cloudfunctions/kernel/log.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['cloudfunctions/repositories/**/*.ts', 'cloudfunctions/database/migrations/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(clock, chance, paging, patterns) },
  },
  {
    files: ['cloudfunctions/kernel/cloud.ts'],
    rules: { 'no-restricted-syntax': restrict(paging, patterns) },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      // A test that reads past an index says so by failing.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.wxml'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/no-inconsistent-tagname': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/colon-style-event-binding': 'error',
      'wxml/no-dynamic-wx-key': 'error',
      'wxml/no-index-in-wx-key': 'error',
      'wxml/no-inline-wxs': 'error',
      'wxml/no-unnecessary-block': 'error',
      'wxml/no-vue-directive': 'error',
      'wxml/no-wx-for-with-wx-else': 'error',
      'wxml/no-wx-for-with-wx-if': 'error',
      'wxml/no-wx-if-string': 'error',
      'wxml/wx-key': 'error',
      'wxml/max-lines': ['error', { max: 80 }],
      'wxml/quotes': ['error', 'double'],
      'wxml/forbid-tags': [
        'error',
        { forbid: ['web-view', 'official-account', 'live-player', 'live-pusher'] },
      ],
    },
  },
);
