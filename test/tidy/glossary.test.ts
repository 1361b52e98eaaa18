import { planted, printed, readTree, within, type Finding, type SourceFile } from './tree';

const GLOSSARY = 'docs/glossary.md';

/** Terms of the glossary's tables that no source uses, as a word or as part of a name. */
function findIdleTerms(files: readonly SourceFile[]): Finding[] {
  const rows = within(files, /^docs\/glossary\.md$/).flatMap(({ text }) => text.match(/^\| .*$/gm) ?? []);
  const terms = rows.flatMap((row) => [...row.matchAll(/`([A-Za-z/]+)`/g)].map(([, term = '']) => term));
  const sources = within(files, /^(?:domain|cloudfunctions|miniprogram|local)\//);
  const text = sources
    .map((file) => `${file.path}\n${file.text}`)
    .join('\n')
    .toLowerCase();
  return terms
    .filter((term) => !text.includes(term.toLowerCase()))
    .map((term) => ({ path: GLOSSARY, line: 0, what: `${term} is a term that no source uses` }));
}

/** Terms that stand in two rows of the glossary, as if one word had two meanings. */
function findDoubleTerms(files: readonly SourceFile[]): Finding[] {
  const rows = within(files, /^docs\/glossary\.md$/).flatMap(({ text }) => text.match(/^\| .*$/gm) ?? []);
  const firsts = rows.flatMap((row) => /^\|[^|]*\| `([A-Za-z]+)`/.exec(row)?.[1] ?? []);
  return firsts
    .filter((term, index) => firsts.indexOf(term) !== index)
    .map((term) => ({ path: GLOSSARY, line: 0, what: `${term} has two rows` }));
}

describe('the glossary', () => {
  const glossary = planted(
    GLOSSARY,
    '| 户室 | `door` | an entry |\n| 心愿 | `wish` | a need |\n| 门 | `door` | again |\n',
  );
  const source = planted('domain/census/door.ts', 'export const doorSchema = 1;');

  it('with a term that nobody uses, or one in two rows, is found', () => {
    expect(printed(findIdleTerms([glossary, source]))).toEqual([expect.stringContaining('wish')]);
    expect(printed(findDoubleTerms([glossary]))).toEqual([expect.stringContaining('door has two rows')]);
  });

  it('of ours holds what the sources say, once each', () => {
    const tree = readTree();

    expect(printed([...findIdleTerms(tree), ...findDoubleTerms(tree)])).toEqual([]);
  });
});
