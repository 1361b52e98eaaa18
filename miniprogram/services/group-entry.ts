/** The chat that the mini-program was opened out of: a code that a function can read, and nothing else. */
import type { OpenedCard } from '@domain/contract/building';
import type { ProblemReport } from '@domain/kernel/problem';
import { building } from './building';
import { NOBODY } from './client';
import { newOpId } from './new-op-id';

export interface CardOpening {
  readonly card: OpenedCard | undefined;
  readonly problem: ProblemReport | undefined;
  /** The code of a group that is not tied to the building; empty where there is none, or it is. */
  readonly untiedGroup: string;
}

/** Empty where the phone was not opened out of a group. */
function groupCode(): Promise<string> {
  if (!wx.canIUse('getGroupEnterInfo')) return Promise.resolve('');
  return new Promise((resolve) => {
    wx.getGroupEnterInfo({
      success: (entry) => {
        resolve((entry as { cloudID?: string }).cloudID ?? '');
      },
      fail: () => {
        resolve('');
      },
    });
  });
}

/** The building's card in one call. A group that nobody can read changes nothing: the card opens as it would outside. */
export async function openBuildingCard(buildingId: string): Promise<CardOpening> {
  const code = await groupCode();
  if (code !== '') {
    const opId = await newOpId();
    const reply = await building.openFromGroup({ buildingId, groupCode: code }, { actAs: NOBODY, opId });
    if (reply.ok) {
      const { isBound, ...card } = reply.data;
      return { card, problem: undefined, untiedGroup: isBound ? '' : code };
    }
  }
  const reply = await building.readCard({ buildingId }, { actAs: NOBODY });
  if (reply.ok) return { card: reply.data, problem: undefined, untiedGroup: '' };
  return { card: undefined, problem: reply.problem, untiedGroup: '' };
}
