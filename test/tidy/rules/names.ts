import { type Finding } from '../tree';

const BANNED = /^(?:utils?|helpers?|common|misc|manager|managers)$/;

/** Files and folders whose name says nothing about what they know. */
export function findBannedNames(paths: readonly string[]): Finding[] {
  return paths.flatMap((file) =>
    file
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((stem) => BANNED.test(stem))
      .map((stem) => ({
        path: file,
        line: 0,
        what: `“${stem}” names no knowledge; name the file after what it knows`,
      })),
  );
}
