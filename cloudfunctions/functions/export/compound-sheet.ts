/** One compound's sheet: 一个小区一张表, or its households' or doors' cards, a printed page each. */
import { CARD_WIDTHS, doorCard, householdCard, type CardRow, type ExportedDoor } from '@domain/export/cards';
import { COMPOUND_COLUMNS, householdRows, vacancyRow } from '@domain/export/columns';
import { SheetWriter, type SheetPiece } from '../../spreadsheet/sheet';
import type { ExportTask } from './export-cursor';

type Doors = Iterable<ExportedDoor & { readonly isVacant: boolean }>;

const CARD_STYLES = { title: 'title', head: 'head', body: 'text' } as const;

function* tableRows(doors: Doors, clear: boolean): Generator<readonly string[]> {
  let first = 1;
  for (const door of doors) {
    for (const household of door.households) {
      const rows = householdRows(household, { first, clear });
      yield* rows;
      first += rows.length;
    }
    if (!door.isVacant) continue;
    yield vacancyRow({ address: door.address, doorState: door.doorState }, { first });
    first += 1;
  }
}

async function tableSheet(doors: Doors, clear: boolean): Promise<SheetPiece> {
  const sheet = new SheetWriter({
    widths: COMPOUND_COLUMNS.map(({ width }) => width),
    header: COMPOUND_COLUMNS.map(({ header }) => header),
    orientation: 'landscape',
  });
  await sheet.addRows(tableRows(doors, clear));
  return sheet.finish();
}

async function cardSheet(cards: Iterable<readonly CardRow[]>): Promise<SheetPiece> {
  const sheet = new SheetWriter({ widths: CARD_WIDTHS, orientation: 'portrait' });
  let count = 0;
  for (const card of cards) {
    count += 1;
    for (const [index, { kind, cells }] of card.entries()) {
      await sheet.addStyledRow({ cells, style: CARD_STYLES[kind], breakAfter: index === card.length - 1 });
    }
  }
  return { ...(await sheet.finish()), rows: count };
}

function* householdCards(doors: Doors, clear: boolean): Generator<readonly CardRow[]> {
  for (const { households } of doors) for (const one of households) yield householdCard(one, clear);
}

function* doorCards(doors: Doors, clear: boolean): Generator<readonly CardRow[]> {
  for (const door of doors) yield doorCard(door, clear);
}

/** `rows` counts what people count: rows of a table, cards of a file of cards. */
export function compoundSheet(
  { kind, clear }: Pick<ExportTask, 'kind' | 'clear'>,
  doors: Doors,
): Promise<SheetPiece> {
  if (kind === 'compoundTable') return tableSheet(doors, clear);
  return cardSheet(kind === 'householdCard' ? householdCards(doors, clear) : doorCards(doors, clear));
}
