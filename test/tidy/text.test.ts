import { findBannedNames } from './rules/names';
import { findRottingComments } from './rules/comments';
import { findPersonalData, findSecrets, findTraces } from './rules/private';
import { findBannedWords, findOfficialese, findShouting } from './rules/words';
import { listFiles, planted, printed, readTree } from './tree';

const tree = readTree();

describe('a name', () => {
  it.each(['domain/census/utils.ts', 'local/helpers/clock.ts', 'test/common.test.ts', 'scripts/manager.ts'])(
    'that says nothing is found: %s',
    (path) => {
      expect(findBannedNames([path])).toHaveLength(1);
    },
  );

  it('that holds such a word beside a telling one passes', () => {
    expect(
      findBannedNames(['domain/census/helper-record.ts', 'miniprogram/packages/manage/pages/x/x.ts']),
    ).toEqual([]);
  });

  it('says what the file knows, everywhere in the tree', () => {
    expect(printed(findBannedNames(listFiles('')))).toEqual([]);
  });
});

describe('a comment', () => {
  it.each([
    ['// 2024-03-02 the limit was raised', 'a date'],
    ['/** Slow since 3 Mar 2021. */', 'a date'],
    ['// @author somebody', 'an author'],
    ['/* fixed by Li */', 'an author'],
    ['// see #132', 'a ticket'],
    ['// bug 77', 'a ticket'],
  ])('%s is found with %s', (comment, what) => {
    const findings = findRottingComments([planted('domain/a.ts', `${comment}\nexport const a = 1;\n`)]);

    expect(printed(findings)).toEqual([expect.stringContaining(what)]);
  });

  it('in markup and style sheets is read too', () => {
    const files = [planted('a.wxml', '<!-- bug #4 -->'), planted('a.wxss', '/* 2020-01-01 */')];

    expect(findRottingComments(files)).toHaveLength(2);
  });

  it('may name a standard, and a string is none', () => {
    const text = "// GB 11643-1999, like `2020-02-30`\nexport const url = 'https://a.cn/#1 2020-01-01';\n";

    expect(findRottingComments([planted('domain/a.ts', text)])).toEqual([]);
  });

  it('does not rot, everywhere in the tree', () => {
    expect(printed(findRottingComments(tree))).toEqual([]);
  });
});

describe('a word', () => {
  it.each(['暂无数据', '操作失败', '系统异常', '请务必', '严禁'])(
    'no neighbour says is found: %s',
    (word) => {
      expect(
        findOfficialese([planted('miniprogram/pages/home/home.wxml', `<view>${word}</view>`)]),
      ).toHaveLength(1);
    },
  );

  it('that shouts in the catalogue of problems is found', () => {
    expect(findShouting([planted('domain/kernel/problem.ts', "NOT_FOUND: '没找到！'")])).toHaveLength(1);
  });

  it.each([
    '// TODO later',
    'let a: any',
    'it.skip("x")',
    '// eslint-disable-line',
    '// oxlint-disable-line',
    '// good enough for now',
    'xiaoquList',
  ])('of unfinished or foreign work is found: %s', (text) => {
    expect(findBannedWords([planted('domain/a.ts', text)])).toHaveLength(1);
  });

  it('is plain and finished, everywhere in the tree', () => {
    expect(printed([...findOfficialese(tree), ...findShouting(tree), ...findBannedWords(tree)])).toEqual([]);
  });
});

describe('a person, a secret, a machine', () => {
  it.each(['13800138000', '110101199003072316'])('is found where %s stands in the open', (number) => {
    expect(findPersonalData([planted('test/a.test.ts', `'${number}'`)])).toHaveLength(1);
  });

  it.each([
    ['a number of the reserved range', '10012345678'],
    ['the reserved region', '000000199003070019'],
    ['the published example', '11010519491231002X'],
    ['a wrong check character', '110101199003072310'],
    ['milliseconds', '1700000000000'],
  ])('is not seen in %s', (_what, number) => {
    expect(findPersonalData([planted('test/a.test.ts', `'${number}'`)])).toEqual([]);
  });

  it.each([
    'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA',
    '-----BEGIN RSA PRIVATE KEY-----',
    'wx0123456789abcdef',
    "apiKey: 'h8s7dh3kSJD83hdk39dKDH3h'",
  ])('is found in a secret like %s', (secret) => {
    expect(findSecrets([planted('scripts/a.ts', secret)])).toHaveLength(1);
  });

  it.each(['/home/li/wanjia', "'/tmp/chrome'", 'https://registry.example.org'])(
    'is found in the trace %s',
    (trace) => {
      expect(findTraces([planted('scripts/a.ts', `const a = ${trace}`)])).toHaveLength(1);
    },
  );

  it('is nowhere in the tree', () => {
    expect(printed([...findPersonalData(tree), ...findSecrets(tree), ...findTraces(tree)])).toEqual([]);
  });
});
