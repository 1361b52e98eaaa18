/** The places that a notice may go to, level by level. */
import type { ProblemReport } from '@domain/kernel/problem';
import { board } from '../../../../services/board';
import { census } from '../../../../services/census';
import { placeOfBuildings, type Place } from './notice-edit.view';

export type PlaceAnswer =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly problem: ProblemReport };

/** A level of the boards, with what lies below it; '' is where the seat begins. */
export async function placeOfBoard(areaId: string): Promise<PlaceAnswer> {
  const reply = await board.readProgress(areaId === '' ? {} : { areaId });
  if (!reply.ok) return reply;
  const { id, name, kind, rows } = reply.data;
  return { ok: true, place: { id, name, kind, below: rows } };
}

export async function placeOfOwnBuildings(): Promise<PlaceAnswer> {
  const reply = await census.listWalls({});
  return reply.ok ? { ok: true, place: placeOfBuildings(reply.data.buildings) } : reply;
}
