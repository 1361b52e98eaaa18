/** Files of the street as people get them, and what a reader of another hand finds in them. */
import readXlsxFile from 'read-excel-file/node';
import type { ProcedureInput } from '@domain/kernel/contract';
import type { exportContract } from '@domain/contract/export';
import type { ExportDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, type TestStreet } from '../fixture/street';

export type Wish = ProcedureInput<(typeof exportContract)['requestExport']>;

export const REASON = '月底核对台账';

export function wishFor(areaId: string, changes: Partial<Wish> = {}): Wish {
  return { kind: 'compoundTable', areaId, clear: false, reason: REASON, ...changes };
}

/** Asked for by one street administrator, agreed to by the other. */
export async function agreedExport(street: TestStreet, wish: Wish): Promise<string> {
  const { exportId } = dataOf(await street.as('admin ADM').export.requestExport(wish));
  dataOf(await street.as('admin ADM2').export.decideExport({ exportId, verdict: 'approve' }));
  return exportId;
}

export async function madeExport(street: TestStreet, wish: Wish): Promise<string> {
  const exportId = await agreedExport(street, wish);
  await street.runTimer('runExports');
  return exportId;
}

export function storedExport(street: TestStreet, exportId: string): Promise<ExportDocument | undefined> {
  return street.stored<ExportDocument>('exports', exportId);
}

export async function download(street: TestStreet, exportId: string): Promise<Buffer> {
  const { url } = dataOf(await street.as('admin ADM').export.openExport({ exportId }));
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the address answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Sheets by name, each with its header row; empty cells are empty text. */
export async function sheetsOf(file: Buffer): Promise<ReadonlyMap<string, readonly string[][]>> {
  const sheets = await readXlsxFile(file, { trim: false });
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => String(cell ?? '')))]),
  );
}
