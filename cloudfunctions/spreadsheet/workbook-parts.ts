/** The small files of a workbook (ECMA-376), as text. */
import { PICTURE_RELATION } from './sheet';
import { xmlText } from './xml-text';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface ListedSheet {
  readonly name: string;
  readonly hasHeader: boolean;
}

export function contentTypes(sheets: number): string {
  const overrides = numbers(sheets).map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`
  );
}

export function packageRelations(): string {
  return relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]);
}

export function workbookRelations(sheets: number): string {
  return relationships([
    ...numbers(sheets).map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
    relation(`rId${sheets + 1}`, 'styles', 'styles.xml'),
  ]);
}

export function sheetRelations(): string {
  return relationships([relation(PICTURE_RELATION, 'image', '../media/watermark.png')]);
}

/** The list of sheets; tables repeat their header row on every printed page. */
export function workbook(sheets: readonly ListedSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets
    .map(({ name, hasHeader }, index) => (hasHeader ? printTitle(name, index) : ''))
    .join('');
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets>` +
    `${titles === '' ? '' : `<definedNames>${titles}</definedNames>`}</workbook>`
  );
}

function printTitle(name: string, index: number): string {
  const quoted = xmlText(name.replace(/'/g, "''"));
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${quoted}'!$1:$1</definedName>`;
}

function relationships(items: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
