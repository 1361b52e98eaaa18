/** An activity's words as one text that is checked and released as a whole: title, place, and the rest. */
export interface ActivityWords {
  readonly title: string;
  readonly place: string;
  readonly body: string;
}

export function wordsAsText({ title, place, body }: ActivityWords): string {
  return [title, place, body].join('\n');
}

export function wordsOfText(text: string): ActivityWords {
  const [title = '', place = '', ...rest] = text.split('\n');
  return { title, place, body: rest.join('\n') };
}
