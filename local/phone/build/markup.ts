export interface Tag {
  name: string;
  attributes: { name: string; value: string }[];
  line: number;
}

/** The opening tags of a WXML text, in order. Quotes and expressions may hold any character. */
export function readTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const skipped = text.replace(/<!--[\s\S]*?-->|(?<=<wxs[^>]*>)[\s\S]*?(?=<\/wxs>)/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
  const opening = /<([a-zA-Z][\w-]*)((?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
  for (const match of skipped.matchAll(opening)) {
    const [, name = '', attributes = ''] = match;
    tags.push({
      name,
      attributes: readAttributes(attributes),
      line: skipped.slice(0, match.index).split('\n').length,
    });
  }
  return tags;
}

function readAttributes(text: string): { name: string; value: string }[] {
  return [...text.matchAll(/([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)].map((match) => ({
    name: match[1] ?? '',
    value: match[2] ?? match[3] ?? '',
  }));
}
