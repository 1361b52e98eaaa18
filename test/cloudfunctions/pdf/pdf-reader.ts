/** Enough of a PDF reader to see what the writer wrote: its pages, and the text of each through its ToUnicode map. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

export interface ReadPage {
  readonly text: string[];
  /** Width and height in points. */
  readonly size: readonly [number, number];
}

export function readPages(pdf: Buffer): ReadPage[] {
  const objects = objectsOf(pdf);
  const unicode = unicodeMap(
    [...objects.values()].map(({ stream }) => stream).find((stream) => stream.includes('beginbfrange')) ?? '',
  );
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [];
    const contents = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? '';
    return { size: [Number(width), Number(height)], text: textsOf(contents, unicode) };
  });
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const file = pdf.toString('latin1');
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number, body = ''] = match;
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const bytes = Buffer.from(at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    const stream = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(Number(number), { head, stream: stream.toString('latin1') });
  }
  return objects;
}

/** Glyph numbers to text, from `<0000> <00ff> [<82f9> …]` ranges of UTF-16. */
function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '0', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    Array.from(list.matchAll(/<([0-9a-f ]*)>/gi)).forEach(([, hex = ''], index) => {
      const text = Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le');
      map.set(parseInt(first, 16) + index, text);
    });
  }
  return map;
}

function textsOf(contents: string, unicode: ReadonlyMap<number, string>): string[] {
  return Array.from(contents.matchAll(/\[([^\]]*)\] TJ/g), ([, array = '']) =>
    Array.from(array.matchAll(/<([0-9a-f]+)>/gi), ([, hex = '']) =>
      Array.from(hex.matchAll(/.{4}/g), ([glyph]) => unicode.get(parseInt(glyph, 16)) ?? '?').join(''),
    ).join(''),
  );
}
