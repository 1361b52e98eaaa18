import type { Role } from '@domain/identity/role';

/** An office is no person: what somebody in its seat is called. */
const TITLES: Readonly<Partial<Record<Role, string>>> = {
  CA: '社区管理员',
  SA: '街道管理员',
  AU: '审计员',
};

export const JOIN_WORDS = {
  titles: TITLES,
  asks: '请您担任',
  place: '在哪里',
  until: '到哪天',
  next: '接受以后，先签一份保密承诺',
  accept: '接受',
  later: '先不',
  lost: '这份邀请没认出来，请对方再发一次',
  gone: '这份邀请已经用过或收回了',
  late: '这份邀请过了 24 小时，请对方再发一次',
  lostDetail: '邀请只能用一次',
  home: '去首页',
  duties: {
    collect: '收发纸表',
    upload: '只上传',
    observe: '只看汇总',
    lead: '组长',
    operate: '信息中心',
  },
} as const;
