// What markup may not say. Of everything else .oxlintrc.json tells; how it is laid out is oxfmt's business.
import wxmlParser from '@wxml/parser';
import wxml from 'eslint-plugin-wxml';

export default [
  {
    ignores: [
      'dist/',
      'coverage/',
      '.local/',
      'test/tidy/fixtures/',
      'test/local/phone/fixture/',
      '**/*.{js,mjs,cjs}',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
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
];
