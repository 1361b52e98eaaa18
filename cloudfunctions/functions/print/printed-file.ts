/** What printed sheets have in common: the font they are set in, and where they are kept for whoever asked. */
import { join } from 'node:path';
import type { ChangeContext } from '../../kernel/context';
import { readFont } from '../../pdf/font';

const ADDRESS_SECONDS = 600;
const FONT_FOLDER = join(__dirname, 'assets');

export function printedFont(): Promise<Buffer> {
  return readFont(FONT_FOLDER);
}

/** Kept in the place of an earlier one of this name; answers an address that holds for ten minutes. */
export async function keepPrinted({ files }: ChangeContext, name: string, pdf: Buffer): Promise<string> {
  const fileId = await files.put(`print/${name}.pdf`, pdf);
  return files.address(fileId, ADDRESS_SECONDS);
}
