/** Role codes in the order of permissions.matrix. */
export const ROLES = ['VI', 'RE', 'BH', 'GW', 'GV', 'CL', 'GU', 'VO', 'PR', 'CA', 'SA', 'AU'] as const;

export type Role = (typeof ROLES)[number];

/** The words on the screen; a staff name is never shown to a household, its role is. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  VI: '访客',
  RE: '居民',
  BH: '楼长',
  GW: '网格员',
  GV: '志愿网格员',
  CL: '录入员',
  GU: '门岗',
  VO: '志愿者',
  PR: '物业',
  CA: '社区',
  SA: '街道',
  AU: '审计',
};

/** Roles that act for the office and must have signed the confidentiality pledge. */
export const STAFF_ROLES: readonly Role[] = ['BH', 'GW', 'GV', 'CL', 'GU', 'PR', 'CA', 'SA', 'AU'];

/** Staff, and volunteers, who hear as much as staff does. */
export const PLEDGE_ROLES: readonly Role[] = [...STAFF_ROLES, 'VO'];

/** Roles that also need a bound device and a fresh PIN. */
export const DEVICE_ROLES: readonly Role[] = ['CA', 'SA', 'AU'];
