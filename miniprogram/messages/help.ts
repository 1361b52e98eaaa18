/** The guide in four pictures. */
export const HELP_WORDS = {
  scenes: [
    { key: 'scan', icon: 'scan', title: '扫门上的码', text: '没带码也行，选楼、单元、房号' },
    { key: 'tap', icon: 'hand', title: '点一点', text: '大多点一下就好，只有名字和电话要写' },
    { key: 'send', icon: 'send', title: '看一遍，交上去', text: '没网也能交，会先存在手机里' },
    { key: 'lit', icon: '', title: '网格员来核对', text: '核对好了，您家的灯就亮了' },
  ],
  noPhone: '不会用手机？',
  noPhoneDetail: '打社区电话，或让家里人帮忙，也可以填纸表',
  never: '不要身份证照片、银行卡、验证码，也不要钱',
} as const;
