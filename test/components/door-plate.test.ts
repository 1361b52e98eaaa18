import { mount } from './mounted';

describe('door plate', () => {
  it('shows compound, door, code and note, and reads the code letter by letter', () => {
    const plate = mount('door-plate', {
      compound: '苹果花园',
      line: '3号楼2单元501',
      code: 'H7F3',
      note: '请保存这张回执',
    });

    expect(plate.words).toBe('苹果花园3号楼2单元501H7F3请保存这张回执');
    expect(plate.labels('img')).toEqual(['苹果花园3号楼2单元501，编号 H 7 F 3']);
  });

  it('leaves out what it was not given', () => {
    const plate = mount('door-plate', { line: '501', size: 'small' });

    expect(plate.words).toBe('501');
    expect(plate.labels('img')).toEqual(['501']);
  });
});
