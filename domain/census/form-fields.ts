/**
 * The resident form, said once (domain.md §5.1): page, validation messages, paper sheet and entry desk read it here. Every
 * field says why it is asked, on which ground, how long it stays and who sees it; a test refuses one that does not.
 */
import type { Role } from '../identity/role';
import * as tables from '../codes/tables';
import type { CodeTable } from '../kernel/code-table';
import type { FormPath } from './form-draft';

/** L1 public · L2 internal · L3 identity · L4 sensitive (domain.md §7). */
export type FieldClass = 'L1' | 'L2' | 'L3' | 'L4';
export type LegalBasis = 'consent' | 'statutoryDuty';
export type FieldControl =
  | 'door'
  | 'tiles'
  | 'helper'
  | 'text'
  | 'phone'
  | 'stepper'
  | 'roster'
  | 'plates'
  | 'tenancy'
  | 'longText'
  | 'switch'
  | 'tick';

/** `masked`: until a reveal with a reason. `counts`: numbers only. */
export type FieldView = 'full' | 'masked' | 'counts';

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly control: FieldControl;
  readonly options?: CodeTable;
  /** Paths on which an answer is needed; empty for an optional field. */
  readonly requiredOn: readonly FormPath[];
  /** Paths on which the field is shown. */
  readonly shownOn: readonly FormPath[];
  /** 共 6 步，第 n 步; 0 stands before the first: the door. */
  readonly step: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly class: FieldClass;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly retention: string;
  /** Staff in whose area the door lies; the filler always sees what was filled in. */
  readonly sees: Readonly<Partial<Record<Role, FieldView>>>;
  /** True where 不愿说 is an answer. */
  readonly mayRefuse?: boolean;
}

const EVERY: readonly FormPath[] = ['whole', 'vacant', 'landlord'];
const WHOLE: readonly FormPath[] = ['whole'];
const UNTIL_MOVED = '住在这儿期间；搬走后 12 个月去掉姓名和号码';
const REGISTER = '知道哪一户有人住，有急事好找到您，办事少跑腿';
const STAFF = { GW: 'full', CA: 'full', SA: 'full' } as const;
const MASKED = { GW: 'masked', CA: 'masked', SA: 'masked' } as const;

/** What most answers about the home share. */
const HOME = {
  requiredOn: EVERY,
  shownOn: EVERY,
  class: 'L2',
  purpose: REGISTER,
  basis: 'statutoryDuty',
  retention: UNTIL_MOVED,
} as const;
/** What is asked of a home in which somebody lives. */
const LIVED_IN = { ...HOME, requiredOn: WHOLE, shownOn: WHOLE } as const;
/** What is asked of those who wish to say it. */
const WISH = {
  requiredOn: [],
  shownOn: WHOLE,
  step: 5,
  basis: 'consent',
  retention: '说不用了就删，最长 12 个月',
} as const;
/** What the ticks at the end share. */
const AGREEMENT = {
  control: 'tick',
  step: 6,
  class: 'L2',
  basis: 'consent',
  retention: '同意的记录存 3 年',
  sees: { AU: 'full' },
} as const;

export const FORM_FIELDS: readonly FormField[] = [
  {
    ...HOME,
    id: 'doorRef',
    label: '您家是不是',
    help: '扫门上的码会自己认出来，也可以按楼、单元、房号选',
    control: 'door',
    step: 0,
    sees: { BH: 'full', GW: 'full', GV: 'full', CL: 'full', CA: 'full', SA: 'full' },
  },
  {
    ...HOME,
    id: 'useState',
    label: '这套房子现在是',
    help: '点一个最像的',
    control: 'tiles',
    options: tables.useStateTable,
    step: 1,
    sees: STAFF,
  },
  {
    ...HOME,
    id: 'fillRole',
    label: '您是',
    help: '房东只填住了几位租客和能找到他们的电话',
    control: 'tiles',
    options: tables.fillRoleTable,
    step: 1,
    sees: STAFF,
  },
  {
    ...HOME,
    id: 'tenancy',
    label: '租住情况',
    help: '租房的填，全空着也行，网格员会来问。填了就点上从哪天租、签没签合同。房东的号码只用来请房东确认',
    control: 'tenancy',
    requiredOn: [],
    shownOn: WHOLE,
    step: 1,
    class: 'L3',
    basis: 'consent',
    purpose: '请房东确认租住，免得算重算漏',
    sees: { GW: 'masked', CA: 'masked', SA: 'masked' },
  },
  {
    ...HOME,
    id: 'helper',
    label: '您替家里人填，请写上您是谁',
    help: '您的姓名，还有您是户主的什么人',
    control: 'helper',
    requiredOn: [],
    // Asked of whoever fills for others, on every path, and of nobody else.
    shownOn: [],
    step: 1,
    purpose: '记下是谁替家里填的，有不清楚的好找您问',
    sees: MASKED,
  },
  {
    ...LIVED_IN,
    id: 'headName',
    label: '户主（家里主事的人）姓名',
    help: '写中文名字就行，不用加称呼',
    control: 'text',
    step: 2,
    sees: MASKED,
  },
  {
    ...HOME,
    id: 'phone',
    label: '手机号',
    help: '没有手机就留家人的，再点一下是谁的',
    control: 'phone',
    step: 2,
    class: 'L3',
    basis: 'consent',
    purpose: '停水停电、家里有急事时能找到人',
    sees: MASKED,
    mayRefuse: true,
  },
  {
    ...HOME,
    id: 'liveCount',
    label: '平时有几口人住',
    help: '常住在这儿的都算，刚出生的宝宝也算',
    control: 'stepper',
    requiredOn: ['whole', 'landlord'],
    shownOn: ['whole', 'landlord'],
    step: 3,
    sees: STAFF,
  },
  {
    ...LIVED_IN,
    id: 'hukouOnlyCount',
    label: '户口在这儿但不住的',
    help: '没有就是 0，不用点',
    control: 'stepper',
    step: 3,
    sees: STAFF,
  },
  {
    ...LIVED_IN,
    id: 'members',
    label: '家里人',
    help: '每人一行，点一下就好；14 岁以下的孩子不用写名字',
    control: 'roster',
    step: 4,
    sees: MASKED,
  },
  {
    ...WISH,
    id: 'vehicles',
    label: '车牌',
    help: '有车再填；愿意让物业看到的再点一下',
    control: 'plates',
    class: 'L3',
    purpose: '挪车的时候能找到您',
    retention: UNTIL_MOVED,
    sees: { GW: 'masked', CA: 'masked' },
    mayRefuse: true,
  },
  {
    ...WISH,
    id: 'care',
    label: '需要我们多关照的',
    help: '不点也行；点了只有网格员和社区知道',
    control: 'tiles',
    options: tables.careKindTable,
    class: 'L4',
    purpose: '上门看望、送服务',
    sees: { GW: 'full', CA: 'full', SA: 'counts' },
    mayRefuse: true,
  },
  {
    ...WISH,
    id: 'suggestion',
    label: '对小区有什么建议',
    help: '可以用键盘上的话筒说',
    control: 'longText',
    class: 'L4',
    purpose: '把小区的事办好',
    sees: STAFF,
    mayRefuse: true,
  },
  {
    ...WISH,
    id: 'volunteer',
    label: '愿意出份力',
    help: '以后改主意也行',
    control: 'tiles',
    options: tables.volunteerTable,
    class: 'L2',
    purpose: '请愿意帮忙的邻居来帮忙',
    sees: { CA: 'full' },
    mayRefuse: true,
  },
  {
    ...WISH,
    id: 'contactOk',
    label: '楼长可以打这个电话',
    help: '不打开，交上去以后楼长看不到这个号码',
    control: 'switch',
    class: 'L2',
    purpose: '楼里有事时楼长能告诉您',
    sees: { BH: 'full', GW: 'full', CA: 'full' },
  },
  {
    ...AGREEMENT,
    id: 'guardianConsent',
    label: '我是孩子的监护人，同意登记孩子',
    help: '家里有 14\u00a0岁以下的孩子才需要',
    requiredOn: [],
    shownOn: WHOLE,
    purpose: '孩子的信息要监护人同意才能登记',
  },
  {
    ...AGREEMENT,
    id: 'consent',
    label: '我已阅读《隐私保护指引》',
    help: '请先看一眼说明，再点同意。不同意也可以打电话登记',
    requiredOn: EVERY,
    shownOn: EVERY,
    purpose: '您同意了我们才登记',
  },
];

export const FORM_STEPS = 6;

export function fieldOf(id: string): FormField | undefined {
  return FORM_FIELDS.find((field) => field.id === id);
}

/** The fields of one step on a path, in their order. */
export function fieldsOfStep(step: number, path: FormPath): FormField[] {
  return FORM_FIELDS.filter((field) => field.step === step && field.shownOn.includes(path));
}

/** The step on which a finding's field stands: `members.k1.name` belongs to the roster. */
export function stepOfFinding(field: string): number {
  return fieldOf(field.split('.')[0] ?? '')?.step ?? 1;
}
