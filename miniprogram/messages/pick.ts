/** Words of choosing a door, where no code names it. */

export const PICK_WORDS = {
  title: '选房号',
  compound: '小区',
  building: '楼',
  searchLabel: '哪个小区',
  searchHint: '写名字，或拼音的第一个字母',
  buildings: '哪栋楼',
  buildingName: (label: string): string => (/^\d+$/.test(label) ? `${label}号楼` : label),
  units: '哪个单元',
  floorsAsk: '哪几层',
  doors: '哪一户',
  floor: (floor: string): string => `${floor} 楼`,
  floors: (first: string, last: string): string => `${first}–${last} 楼`,
  more: '再看一些',
  missing: '找不到我家',
  missingSentence: '没找到您家，请告诉我们',
  missingDetail: (phone: string): string =>
    `打${phone === '' ? '社区电话' : ` ${phone}`}，说一声哪栋哪户，马上给您补上`,
  noCompounds: '没有这个名字的小区，换个字试试',
  noBuildings: '这个小区还没建好楼，打电话给社区',
  noDoors: '这个单元还没有房号，打电话给社区',
  offline: '现在没网，连上再点一次，或打社区电话',
  call: '打社区电话',
  back: '回去再找找',
  again: '再试一次',
} as const;
