import fs from 'node:fs';
import path from 'node:path';

/** Fills a new folder and puts it in the place of the old one at once, so that nobody reads half of it. */
export async function replaceFolder(folder: string, fill: (next: string) => Promise<void>): Promise<void> {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const next = fs.mkdtempSync(`${folder}.next-`);
  const old = `${next}-old`;
  try {
    await fill(next);
    if (fs.existsSync(folder)) fs.renameSync(folder, old);
    fs.renameSync(next, folder);
  } finally {
    fs.rmSync(next, { recursive: true, force: true });
    fs.rmSync(old, { recursive: true, force: true });
  }
}
