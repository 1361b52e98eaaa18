/** Compounds as tiles: what is asked where there is only one is no question. */
export interface PlaceTile {
  readonly value: string;
  readonly label: string;
}

export function placeTiles(near: readonly { readonly id: string; readonly name: string }[]): PlaceTile[] {
  return near.length < 2 ? [] : near.map(({ id, name }) => ({ value: id, label: name }));
}
