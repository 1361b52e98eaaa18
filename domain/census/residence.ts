/** 人户状态: two yes-or-no facts about a member. It is derived and never stored. */
import type { MemberDraft } from './member';

export type ResidenceStatus = 'consistent' | 'hereOnly' | 'hukouOnly';

type Facts = Pick<MemberDraft, 'livesHere' | 'hukouHere'>;

/** Undefined where both facts are no: such a person does not belong to this door. */
export function residenceStatus({ livesHere, hukouHere }: Facts): ResidenceStatus | undefined {
  if (livesHere) return hukouHere ? 'consistent' : 'hereOnly';
  return hukouHere ? 'hukouOnly' : undefined;
}

export const RESIDENCE_WORDS: Readonly<Record<ResidenceStatus, string>> = {
  consistent: '人户一致',
  hereOnly: '人在户不在',
  hukouOnly: '户在人不在',
};

/** 人户一致标识 of exported tables. */
export function residenceMark(status: ResidenceStatus): '01' | '02' {
  return status === 'consistent' ? '01' : '02';
}

/** Each fact counts where it holds: somebody who lives here and is registered elsewhere is one resident here, and nobody's hukou. */
export function livingIn(members: readonly Pick<Facts, 'livesHere'>[]): number {
  return members.filter(({ livesHere }) => livesHere).length;
}

export function registeredIn(members: readonly Pick<Facts, 'hukouHere'>[]): number {
  return members.filter(({ hukouHere }) => hukouHere).length;
}

/** 空挂户: people are registered here and none of them lives here. */
export function isHukouOnlyHousehold(members: readonly Facts[]): boolean {
  return members.length > 0 && members.every((member) => residenceStatus(member) === 'hukouOnly');
}
