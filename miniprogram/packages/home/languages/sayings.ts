/** Sentences of the domain in another language, found by their Chinese. `#` stands for a number, in the order of the Chinese. */
export function sayFrom(sayings: Readonly<Record<string, string>>): (chinese: string) => string {
  return (chinese) => {
    const numbers = chinese.match(/\d+/g) ?? [];
    const found = sayings[chinese] ?? sayings[chinese.replace(/\d+/g, '#')];
    let next = 0;
    return found?.replace(/#/g, () => numbers[next++] ?? '') ?? chinese;
  };
}
