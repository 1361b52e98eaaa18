/** The wish for a file before it is sent: kind, area, how much of it may be read. */
import { EXPORT_KINDS, type ExportKind } from '@domain/export/export-state';
import { EXPORT_WORDS } from '../../../../messages/manage';
import type { BoardAnswer } from '../overview/overview.view';

export interface Wish {
  kind: ExportKind;
  areaId: string;
  clear: boolean;
}

export interface AskState extends Wish {
  /** The scope whose parts are offered. */
  scope: BoardAnswer;
  /** The scope above, when there is a way back. */
  above: { id: string; name: string } | undefined;
}

interface Tile {
  value: string;
  label: string;
  hint?: string;
}

export interface AskView {
  kinds: readonly Tile[];
  kind: string;
  areas: readonly Tile[];
  areaId: string;
  /** Offered for one compound only. */
  sights: readonly Tile[];
  sight: string;
}

const KIND_TILES: readonly Tile[] = EXPORT_KINDS.map((value) => ({
  value,
  label: EXPORT_WORDS.kinds[value],
}));
const SIGHT_TILES: readonly Tile[] = [
  { value: 'masked', label: EXPORT_WORDS.masked, hint: EXPORT_WORDS.maskedHint },
  { value: 'clear', label: EXPORT_WORDS.clear, hint: EXPORT_WORDS.clearHint },
];

export function viewAsk(state: AskState): AskView {
  const { scope, above, areaId, clear } = state;
  const parts =
    scope.kind === 'compound' ? [] : scope.rows.map(({ id, name }) => ({ value: id, label: name }));
  const up = above === undefined ? [] : [{ value: above.id, label: EXPORT_WORDS.up(above.name) }];
  const isCompound = isOneCompound(state);
  return {
    kinds: KIND_TILES,
    kind: state.kind,
    areas: [...up, { value: scope.id, label: EXPORT_WORDS.whole(scope.name) }, ...parts],
    areaId,
    sights: isCompound ? SIGHT_TILES : [],
    sight: isCompound && clear ? 'clear' : 'masked',
  };
}

/** A file in clear is one compound, whatever was chosen before. */
export function wishOf(state: AskState): Wish {
  const { kind, areaId, clear } = state;
  return { kind, areaId, clear: clear && isOneCompound(state) };
}

/** True where touching the area opens what lies below it. */
export function opensBelow({ scope }: AskState, areaId: string): boolean {
  return areaId !== scope.id && !(scope.kind === 'community' && scope.rows.some(({ id }) => id === areaId));
}

function isOneCompound({ scope, areaId }: AskState): boolean {
  return scope.kind === 'compound' || (scope.kind === 'community' && areaId !== scope.id);
}
