// Spelling of code, comments and documents. The terms of the product come from the glossary, so a noun that is not there does
// not pass, and neither does pinyin. Chinese is left alone; test/tidy reads its words.
const fs = require('node:fs');
const path = require('node:path');

const glossary = fs.readFileSync(path.join(__dirname, 'docs/glossary.md'), 'utf8');
const terms = [...glossary.matchAll(/`([A-Za-z][\w.-]*)`/g)].flatMap(([, term]) =>
  term.split(/[\W_]+|(?<=[a-z])(?=[A-Z])/),
);

/** @type {import('cspell').CSpellSettings} */
module.exports = {
  version: '0.2',
  language: 'en,en-GB',
  files: [
    '{domain,cloudfunctions,miniprogram,local,scripts,test,bench,typings}/**/*.{ts,cjs,mjs,wxml,wxss,json,md}',
    'docs/**/*.md',
    '*.{md,ts,mjs,cjs,json}',
    'domain/identity/permissions.matrix',
  ],
  ignorePaths: [
    'node_modules',
    'dist',
    'package-lock.json',
    '**/*.tsbuildinfo',
    '**/*.zh.md',
    'test/tidy/**',
    'test/local/phone/fixture/**',
  ],
  ignoreRegExpList: ['/[\\p{Script=Han}]+/gu', '/%[0-9A-F]{2}/gi', '/[A-Za-z0-9+/_=-]{32,}/g'],
  allowCompoundWords: false,
  minWordLength: 4,
  words: terms.filter((term) => term.length > 3),
  dictionaries: ['typescript', 'node', 'npm', 'css', 'html', 'softwareTerms', 'project-words'],
  dictionaryDefinitions: [{ name: 'project-words', path: './cspell-words.txt', addWords: true }],
};
