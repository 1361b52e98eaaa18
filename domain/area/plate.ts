/** The two lines of a blue door plate: 苹果花园 over 3-2-502. */
export interface PlateLines {
  compound: string;
  line: string;
}

/** `501`, `商铺5`, `地下12`. */
export function roomWords(room: string): string {
  return room.replace(/^S(?=\d)/, '商铺').replace(/^B(?=\d)/, '地下');
}

/** A door's line on its plate, of what a wall says of its building and unit: 3号楼, 2单元 and 502 are 3-2-502. */
export function doorLine(building: string, unit: string, room: string): string {
  const parts = [building.replace(/号楼$/, ''), unit.replace(/单元$/, ''), roomWords(room)];
  return parts.filter((part) => part !== '').join('-');
}

/** A plate in one line, as a sentence or a list names it. By itself in a file: a phone that needs it loads no grammar of doors. */
export function plateWords({ compound, line }: PlateLines): string {
  return `${compound} ${line}`;
}
