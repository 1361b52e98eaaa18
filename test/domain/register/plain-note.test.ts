import { NOTE_KIND, NOTE_NUMBER, NOTE_PERSON, refusedInNote } from '@domain/register/plain-note';

describe('a note on a building', () => {
  it.each([
    '门禁密码找门卫要',
    '密码 2580#，晚上九点换',
    '2单元电梯坏了，走楼梯，灯在右手边',
    '楼下有狗，先按对讲',
    '小区东门修路，从小桥走',
    '老街那头进，高层那栋',
    '石板路滑，三楼没灯',
    '王府井大街方向进',
    '周末在家的人多，白天在家的少',
    '方便大家，门不要反锁',
    '不方便回家取卡的，找门卫',
    '万一家里没人，放门卫',
    '马路对面第一家是物业',
    '李家村方向进，过了石家桥',
    '高层人家，电梯要刷卡',
    '密码 2580 人脸也行',
    '密码 2580，住户自己有卡',
    '302 门铃坏了，敲门',
    '三楼有人装修，走另一边',
    '19:00 有人值班，电梯限 13 人',
    '门口有家小卖部，那段路有家店',
    '任何一家都能从后门进',
    '地下室 101 到 110 锁着，找管家',
    '夏天一楼大家都开着门',
    '石板家具挡着楼道',
    '单元门对着金属家具店',
    '1 单元 12 号楼住户走东门',
    '周一到周五社区专家在一楼',
  ])('may say: %s', (text) => {
    expect(refusedInNote(text)).toBeUndefined();
  });

  it.each([
    ['找门卫，电话 100 1234 5678', NOTE_NUMBER],
    ['１００１２３４５６７８', NOTE_NUMBER],
    ['一三八零零零零一二三四', NOTE_NUMBER],
    ['000000199001011234', NOTE_NUMBER],
    ['黑A·12345 挡着门', NOTE_NUMBER],
    ['问 502 的王大爷', NOTE_PERSON],
    ['钥匙在李 师傅那里', NOTE_PERSON],
    ['敲门找老张', NOTE_PERSON],
    ['姓刘的那家开门', NOTE_PERSON],
    ['户主：王小明', NOTE_PERSON],
    ['三楼独居，多敲一会', NOTE_PERSON],
    ['301王建国家晚上在', NOTE_PERSON],
    ['李强家有狗', NOTE_PERSON],
    ['张小明 家周末在', NOTE_PERSON],
    ['301家里有狗', NOTE_PERSON],
    ['三零一没人，晚上再来', NOTE_PERSON],
    ['502 室的住户白天在', NOTE_PERSON],
    ['401老人耳背', NOTE_PERSON],
    ['这家有重点人员', NOTE_KIND],
    ['这家信 访过', NOTE_KIND],
  ])('may not say: %s', (text, sentence) => {
    expect(refusedInNote(text)).toBe(sentence);
  });

  it('answers a text of ten thousand characters at once', () => {
    const startedAt = performance.now();
    refusedInNote('王'.repeat(5_000) + '1 '.repeat(2_500));
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
