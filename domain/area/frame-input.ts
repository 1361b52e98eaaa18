/** What a person describes about a building, and what is wrong with the description. */
import { plainText } from '../kernel/text-width';
import type { BuildingSpec } from './building-spec';

export type UnitSpec = BuildingSpec['units'][number];

const FLOOR_MAX = 99;
const DOORS_MAX = 2000;
const LABEL = /^[^\s/-]{1,12}$/;

/** Floors in ascending order without doubles; undefined when the text is not a list of floors. */
export function readFloors(text: string): number[] | undefined {
  const ranges = plainText(text)
    .replace(/ /g, '')
    .split(/[;,、]/);
  const floors = new Set<number>();
  for (const range of ranges) {
    const match = /^(\d{1,3})(?:[-~](\d{1,3}))?$/.exec(range);
    if (match === null) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to > FLOOR_MAX || from > to) return undefined;
    for (let floor = from; floor <= to; floor += 1) floors.add(floor);
  }
  return [...floors].sort((a, b) => a - b);
}

/**
 * Sentences for the person who describes the building; empty when a frame can be drawn. The schema has already guarded
 * shapes and sizes.
 */
export function specProblems(spec: BuildingSpec, zone = ''): string[] {
  const floors = readFloors(spec.floors);
  const rooms = spec.units.reduce((total, unit) => total + unit.roomsPerFloor, 0);
  const isTower = spec.kind === 'tower';
  const labels = spec.units.map((unit) => unit.label);
  const checks: [boolean, string][] = [
    [!LABEL.test(spec.label), '楼号写数字或字母就行，不要带空格和横线'],
    [zone !== '' && !LABEL.test(zone), '期区写成 2期 或 B区 就行'],
    [floors === undefined, '楼层这样写：1-6，中间断开用分号：1-5;7-10'],
    [!labels.every((label) => LABEL.test(label)), '单元写数字或字母就行；没有单元的楼，单元填 0'],
    [new Set(labels).size < labels.length, '有两个单元同名了，改一个'],
    [!spec.units.every(({ pattern }) => /\{n{1,3}\}/.test(pattern)), '房号样式里要有第几户 {n} 或 {nn}'],
    [isTower && !spec.units.every(({ pattern }) => pattern.includes('{f}')), '房号样式里要有楼层 {f}'],
    [(floors?.length ?? 0) * rooms > DOORS_MAX, `一栋楼最多 ${DOORS_MAX} 户，看看楼层和每层户数`],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence);
}
