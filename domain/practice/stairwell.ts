/**
 * A drawn stairwell in which somebody new practises: eight doors, a story behind each, and the one outcome that fits it. It
 * stands in no register and is counted nowhere.
 */
import type { DoorState, VisitResult } from '../census/codes';

export interface PracticeDoor {
  readonly slot: number;
  readonly floor: string;
  readonly room: string;
  /** What is seen and heard at the door. */
  readonly story: string;
  readonly result: VisitResult;
  /** Why that outcome and no other. */
  readonly why: string;
}

/** The door at which the form is practised. */
export const PRACTICE_FORM_SLOT = 3;

/** Top floor first, as one walks. */
export const PRACTICE_DOORS: readonly PracticeDoor[] = [
  {
    slot: 7,
    floor: '4',
    room: '401',
    story: '敲了三遍没人应。邻居说这家白天上班，晚上七点以后在。',
    result: 'nobody',
    why: '有人住，只是现在不在。记“无人”，约好晚上再来。',
  },
  {
    slot: 8,
    floor: '4',
    room: '402',
    story: '门里的人说：“正开会，您晚上打电话问我。”',
    result: 'callNeeded',
    why: '人家愿意说，只是现在不方便。记“需电话”，电话里问。',
  },
  {
    slot: 5,
    floor: '3',
    room: '301',
    story: '主人开了门，说：“不登记，别再来了。”',
    result: 'refused',
    why: '话说清楚了，就记“拒访”，道声谢就走，不劝、不追问。',
  },
  {
    slot: 6,
    floor: '3',
    room: '302',
    story: '门上贴着一年前的水费单。楼长说，房主搬走快两年了。',
    result: 'vacant',
    why: '两处都说没人住，记“空置”。只有一处，先记成像是空置。',
  },
  {
    slot: 3,
    floor: '2',
    room: '201',
    story: '门开了，一位奶奶请您进去，说家里就她和老伴，愿意登记。',
    result: 'collected',
    why: '人家愿意说，点“愿意填”，当场填好表。',
  },
  {
    slot: 4,
    floor: '2',
    room: '202',
    story: '名单上有 202，可是这一层只有 201 一个门，两套早就打通了。',
    result: 'notExist',
    why: '没有这个门，记“不存在”，社区核对后从名单上去掉。',
  },
  {
    slot: 1,
    floor: '1',
    room: '101',
    story: '门口挂着理发店的牌子，店主说晚上回自己家，这里不住人。',
    result: 'business',
    why: '做生意、不住人，记“商用”，不算住户。',
  },
  {
    slot: 2,
    floor: '1',
    room: '102',
    story: '门缝里有灯，敲了没人开。门把手上干干净净，没贴过东西。',
    result: 'nobody',
    why: '不知道里面是谁、住没住人，就只记“无人”，留张条再来。',
  },
];

/** What the wall shows after the right outcome: one worker's word makes no door vacant, and a shop waits for the community. */
export const PRACTICE_STATES: Readonly<Record<VisitResult, DoorState>> = {
  collected: 'filled',
  nobody: 'missing',
  callNeeded: 'missing',
  refused: 'refused',
  vacant: 'vacantGuess',
  business: 'business',
  notExist: 'notExist',
};

export function practiceDoor(slot: number): PracticeDoor | undefined {
  return PRACTICE_DOORS.find((door) => door.slot === slot);
}
