/** Everything that is wrong with what is being built, each with file and line, shown together. */
export class BuildFailure extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `the build found ${String(problems.length)} problem(s):\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'BuildFailure';
  }
}

export function failOn(problems: readonly string[]): void {
  if (problems.length > 0) throw new BuildFailure([...new Set(problems)]);
}

/** One-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
