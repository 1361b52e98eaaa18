import ts from 'typescript';
import { lineAt, within, type Finding, type SourceFile } from '../tree';

interface Comment {
  text: string;
  offset: number;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const ROTTEN: readonly (readonly [RegExp, string])[] = [
  [/\b20[1-9]\d[-/.]\d{1,2}[-/.]\d{1,2}\b|20[1-9]\d年\d/, 'a date: git knows it'],
  [new RegExp(`\\b(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2},) 20[1-9]\\d\\b`), 'a date: git knows it'],
  [/@author\b|\b(?:[Ww]ritten|[Aa]dded|[Cc]hanged|[Ff]ixed) by [A-Z]/, 'an author: git knows it'],
  [/(?:^|\s)#\d+\b|\b(?:bug|ticket|issue|PR|pull request)\s*#?\d+\b/i, 'a ticket: the commit names it'],
];

/** Comments that hold a date, an author or the number of a ticket; an example in backticks is none of these. */
export function findRottingComments(files: readonly SourceFile[]): Finding[] {
  return within(files, /\.(?:ts|cjs|mjs|wxml|wxss)$/).flatMap((file) =>
    commentsOf(file).flatMap(({ text, offset }) =>
      ROTTEN.filter(([pattern]) => pattern.test(text.replace(/`[^`]*`/g, ''))).map(([, what]) => ({
        path: file.path,
        line: lineAt(file.text, offset),
        what: `comment with ${what}`,
      })),
    ),
  );
}

/** All comments of a file; in scripts by the compiler's own reading, so that a string with slashes is none. */
function commentsOf({ path, text }: SourceFile): Comment[] {
  if (/\.wx(?:ml|ss)$/.test(path)) {
    return [...text.matchAll(/<!--[^]*?-->|\/\*[^]*?\*\//g)].map((match) => ({
      text: match[0],
      offset: match.index,
    }));
  }
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found = new Map<number, Comment>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, { text: text.slice(pos, end), offset: pos });
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { pos, end } of ts.getLeadingCommentRanges(text, source.endOfFileToken.pos) ?? []) {
    found.set(pos, { text: text.slice(pos, end), offset: pos });
  }
  return [...found.values()];
}
