import { wordsOfOffice } from '@domain/guide/directory';
import { wordsOfGuide, type GuideText } from '@domain/guide/guide';

const HAIR: GuideText = {
  kind: 'home',
  title: '便民理发',
  who: '七十岁以上的老人，不用预约',
  papers: [],
  where: '社区党群服务中心一楼大厅',
  hours: '每月第一个周六上午',
  phone: '10000000003',
  note: '',
  keywords: ['剪头'],
};

describe('what is checked and let out of a guide and of an office', () => {
  it('names each line as its readers find it', () => {
    expect(wordsOfGuide(HAIR).split('\n')).toEqual([
      '便民理发',
      '要带什么：不用带东西',
      '在哪儿办：社区党群服务中心一楼大厅',
      '什么时候：每月第一个周六上午',
      '谁能办：七十岁以上的老人，不用预约',
      '别的叫法：剪头',
    ]);
    const whole = wordsOfGuide({ ...HAIR, papers: ['身份证', '户口本'], note: '周三最快' });
    expect(whole).toContain('\n要带什么：身份证、户口本\n');
    expect(whole).toContain('\n还要知道：周三最快\n');
  });

  it('of an office says who is there, where, and when', () => {
    const owners = { body: 'owners', name: '业主委员会', phone: '10000000132' } as const;
    const office = { ...owners, seats: '主任、值班委员', where: '和家园南门', hours: '每周六上午' };
    expect(wordsOfOffice(office).split('\n')).toEqual([
      '业主委员会',
      '谁在：主任、值班委员',
      '在哪儿：和家园南门',
      '什么时候：每周六上午',
    ]);
  });
});
