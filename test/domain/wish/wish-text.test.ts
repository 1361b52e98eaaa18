import { asksForMoney, isAlike, judgesPerson } from '@domain/wish/wish-text';

describe('the public words of a wish', () => {
  it.each([
    '独居老人想要一个浴凳',
    '一个人住，想要人陪着说话',
    '空巢老人要个收音机',
    '孤寡老人想修个灯',
    '家里有人生病，想要个轮椅',
    '癌症病人想要一顶帽子',
    '低保户的孩子想要书包',
    '家里很穷，要个书包',
    '困难家庭想要棉被',
    '残 疾人想要拐杖',
    '家里没钱买书',
    '无儿无女的老人想过个生日',
    '瘫，痪在床想要护理垫',
  ])('judge somebody: %s', (text) => {
    expect(judgesPerson(text)).toBe(true);
  });

  it.each([
    '一位老人想要一个防滑浴凳',
    '想请人陪着去一趟医院',
    '家里的水龙头有毛病，请人看看',
    '孩子想要一套《十万个为什么》',
    '楼道的灯坏了，想换一个',
    '奶奶想学用手机看孙女',
    '想给小区的花园添几把椅子',
    '花园里的树生了病虫，请懂的人看看',
    '一个人搬不动沙发，想请人搭把手',
  ])('are about a thing or a hand: %s', (text) => {
    expect(judgesPerson(text)).toBe(false);
  });

  it.each([
    '想借 500 元周转',
    '想要一千块钱',
    '给孩子交学费',
    '希望大家捐款',
    '请帮忙还贷款',
    '扫收款码帮帮我',
    '想要现金',
    '求 3 万元',
    '借我两百块',
    '发个红包',
    '交不起房租',
  ])('ask for money: %s', (text) => {
    expect(asksForMoney(text)).toBe(true);
  });

  it.each([
    '想借一本字典',
    '想要一个防滑浴凳',
    '借一把梯子用半天',
    '请人教用手机付公交',
    '想要三块木板修门槛',
    '给楼里添一辆轮椅，大家借用',
  ])('do not ask for money: %s', (text) => {
    expect(asksForMoney(text)).toBe(false);
  });
});

describe('two wishes of one home', () => {
  it.each([
    ['一位老人想要一个防滑浴凳', '一位老人想要防滑的浴凳'],
    ['想要一个防滑浴凳', '想要一个防滑浴凳。'],
    ['请人修一下厨房的灯', '厨房的灯请人修一下'],
  ])('are alike: %s, %s', (left, right) => {
    expect(isAlike(left, right)).toBe(true);
  });

  it.each([
    ['一位老人想要一个防滑浴凳', '一位老人想学用手机'],
    ['想要一个浴凳', '想要一个书包'],
    ['', ''],
  ])('are two: %s, %s', (left, right) => {
    expect(isAlike(left, right)).toBe(false);
  });
});
