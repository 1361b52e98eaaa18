import { doorCard, householdCard, CARD_WIDTHS } from '@domain/export/cards';
import { COMPOUND_COLUMNS, householdRows, vacancyRow, type ExportedHousehold } from '@domain/export/columns';

const household: ExportedHousehold = {
  address: {
    community: '幸福里社区',
    grid: '03网格',
    compound: '苹果花园',
    zone: '',
    building: '3幢',
    unit: '2单元',
    floor: '5层',
    room: '502',
  },
  doorState: 'filled',
  seq: 1,
  useState: 1,
  headName: '王小明',
  members: [
    { relation: 2, gender: 2, ageBand: '6-13', livesHere: true, hukouHere: true, name: '王一一' },
    { relation: 0, gender: 1, ageBand: '18-59', livesHere: true, hukouHere: false, name: '王小明' },
    { relation: 9, gender: 9, ageBand: '18-59', livesHere: false, hukouHere: true, name: '李芳' },
  ],
  phones: ['10012345678'],
  plates: ['鲁D12345', '鲁DD12345'],
  channel: 'doorCode',
  filledOn: '2025-11-23',
  confirmedOn: '2025-11-24',
};

const masked = { first: 7, clear: false };
const clear = { first: 7, clear: true };

/** A row by its headers, as a reader sees it. */
function read(cells: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries(
    COMPOUND_COLUMNS.map(({ header }, index) => [header, cells?.[index] ?? 'missing']),
  );
}

describe('一个小区一张表', () => {
  it('has the 25 columns in their order, and every row has as many cells', () => {
    expect(COMPOUND_COLUMNS.map((column) => column.header).join(' ')).toBe(
      '序号 社区 网格 小区 期区 幢 单元 楼层 房号 户室状态 居住状态 户序 户主 姓名 关系 性别 年龄段 住这儿 户口在这儿 人户一致 电话 车牌 渠道 填报日 核实日',
    );
    expect(householdRows(household, masked).map((row) => row.length)).toEqual([25, 25, 25]);
    expect(vacancyRow({ address: household.address, doorState: 'vacant' }, masked)).toHaveLength(25);
  });

  it('says what a household would not say, which is not what nobody asked', () => {
    const silent = { ...household, phones: [], plates: [] };

    const contacts = (refused?: ExportedHousehold['refused']) => {
      const shown = read(householdRows({ ...silent, refused }, masked)[0]);
      return [shown['电话'], shown['车牌']];
    };

    expect(contacts()).toEqual(['', '']);
    expect(contacts(['phone'])).toEqual(['不愿说', '']);
    expect(contacts(['phone', 'vehicles', 'care'])).toEqual(['不愿说', '不愿说']);
    // What was answered since stands, whatever was refused before.
    expect(read(householdRows({ ...household, refused: ['phone'] }, masked)[0])['电话']).toBe('100****5678');
    const words = householdCard({ ...silent, refused: ['phone'] }, false).flatMap(({ cells }) => cells);
    expect(words).toContain('不愿说');
  });

  it('has a row a person, the head first, masked unless asked', () => {
    const [head] = householdRows(household, masked);

    expect(read(head)).toEqual({
      序号: '7',
      社区: '幸福里社区',
      网格: '03网格',
      小区: '苹果花园',
      期区: '无',
      幢: '3幢',
      单元: '2单元',
      楼层: '5层',
      房号: '502',
      户室状态: '已填',
      居住状态: '自家住',
      户序: '1',
      户主: '王*明',
      姓名: '王*明',
      关系: '户主',
      性别: '男',
      年龄段: '18–59岁',
      住这儿: '是',
      户口在这儿: '否',
      人户一致: '人在户不在',
      电话: '100****5678',
      车牌: '鲁D****、鲁D****',
      渠道: '门码',
      填报日: '2025-11-23',
      核实日: '2025-11-24',
    });
  });

  it('numbers on, and names phone and plates once a household', () => {
    const rows = householdRows(household, masked).map(read);

    expect(rows.map((row) => row['序号'])).toEqual(['7', '8', '9']);
    expect(rows.map((row) => row['电话'])).toEqual(['100****5678', '', '']);
    expect(rows.map((row) => row['关系'])).toEqual(['户主', '子女', '其他']);
  });

  it('in clear shows adult names and phones, never a child nor a whole plate', () => {
    const rows = householdRows(household, clear).map(read);

    expect(rows.map((row) => row['姓名'])).toEqual(['王小明', '家里的孩子', '李芳']);
    expect(rows[0]?.['电话']).toBe('10012345678');
    expect(rows[0]?.['车牌']).toBe('鲁D****、鲁D****');
  });

  it('does not name a head who is a child', () => {
    const orphans = {
      ...household,
      members: [{ ...household.members[1], ageBand: '14-17' }],
    } as ExportedHousehold;

    expect(read(householdRows(orphans, clear)[0])).toMatchObject({ 户主: '家里的孩子', 姓名: '家里的孩子' });
  });

  it('has one row for a household that lists nobody, and for a vacant door', () => {
    const empty = householdRows({ ...household, members: [], useState: 3, headName: '' }, masked);
    const vacancy = vacancyRow(
      { address: household.address, doorState: 'vacant', confirmedOn: '2025-11-24' },
      { first: 1 },
    );

    expect(empty).toHaveLength(1);
    expect(read(empty[0])).toMatchObject({ 居住状态: '暂时没人住', 户主: '', 姓名: '', 电话: '100****5678' });
    expect(read(vacancy)).toMatchObject({
      序号: '1',
      期区: '无',
      户室状态: '空置',
      姓名: '',
      填报日: '',
      核实日: '2025-11-24',
    });
  });
});

describe('a card', () => {
  const cellsOf = (rows: readonly { cells: readonly string[] }[]) => rows.flatMap((row) => row.cells);

  it('of a household has its people under it', () => {
    const rows = householdCard(household, false);

    expect(rows[0]?.cells[0]).toBe('一户一档 苹果花园3幢2单元502');
    expect(rows.filter((row) => row.kind === 'body')).toHaveLength(4 + 3);
    expect(cellsOf(rows)).toEqual(expect.arrayContaining(['王*明', '家里的孩子', '100****5678']));
  });

  it('of a door has its households under it, and exists without any', () => {
    const door = {
      address: household.address,
      doorState: 'filled',
      roomKind: 1,
      households: [household],
    } as const;

    expect(cellsOf(doorCard(door, false))).toEqual(expect.arrayContaining(['住宅', '2 人', '王*明']));
    expect(doorCard({ ...door, households: [], doorState: 'missing' }, false)).toHaveLength(5);
  });

  it('never has more cells than its page has columns, nor a plain value', () => {
    const rows = [
      ...householdCard(household, false),
      ...doorCard({ ...household, roomKind: 1, households: [household] }, false),
    ];

    expect(Math.max(...rows.map((row) => row.cells.length))).toBeLessThanOrEqual(CARD_WIDTHS.length);
    expect(cellsOf(rows).join()).not.toMatch(/王小明|李芳|王一一|10012345678|D12345/);
  });
});
