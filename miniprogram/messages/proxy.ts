/** Words for a form that somebody else filled, and for the household that confirms it face to face. */
const alsoKin = (kin: string): string => (kin === '' ? '' : `，也是户主的${kin}`);

export const PROXY_WORDS = {
  title: '别人替填的，请当面确认',
  by: (relation: string): string => `填表的是户主的${relation}`,
  byHelper: {
    5: (kin: string): string => `填表的是楼长${alsoKin(kin)}，这一户当面请他填的`,
    6: (kin: string): string => `填表的是网格员${alsoKin(kin)}，这一户当面请他填的`,
  },
  hint: '请家里人自己说，和下面的对一对。姓名、电话遮住一半，对得上就行',
  phone: '电话不对，改成',
  phoneHint: '对的就空着',
  refused: '家里人不愿说的',
  code: '家里人说的 4 位口令',
  codeHint: '请家里人自己说，不要提示',
  confirm: '口令对，登记',
  wrong: (left: number): string => `口令不对，还能试 ${left} 次`,
  locked: '口令试了三次没对上，锁住了',
  lockedDetail: '请当面核对家里的情况，写明原因再登记',
  face: '当面核对好了，登记',
  faceYes: '写好了，登记',
  faceTitle: '为什么没有口令',
  faceSentence: '写一句原因，会和登记存在一起',
  faceReasons: ['老人记不住口令', '家里人没接到电话', '当面核对无误'],
  done: '登记好了',
  slip: '请把下面的回执抄在纸上，留给家里人',
  short: '口令是 4 位数字',
  lost: '这一份已经办过了',
  toDoor: '回这一户',
} as const;
