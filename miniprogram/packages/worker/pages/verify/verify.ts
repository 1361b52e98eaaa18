import { CHOSEN_VERIFY_WAYS, PROPERTY_KIND_CODES } from '@domain/census/codes';
import { propertyKindTable, verifyWayTable } from '@domain/codes/tables';
import type { HouseholdView } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { VERIFY_WORDS } from '../../../../messages/verify';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { tilesOf } from '../../../../services/code-tiles';
import { showView } from '../../../../services/show-view';
import { deniedFace, faceOf, goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { packedDoor } from '../../services/route-pack';
import { readWholeDoor } from '../../services/whole-door';
import { doorOfPack } from '../door/visit-form';
import { handInVerification } from './handing-in';
import { areaOf, inputOf, NO_HOUSEHOLD, viewVerify, type VerifyCase, type VerifyView } from './verify.view';

const ROLES: readonly Role[] = ['GW', 'CA'];
const WAYS = tilesOf(CHOSEN_VERIFY_WAYS, verifyWayTable);
const KINDS = tilesOf(PROPERTY_KIND_CODES, propertyKindTable);
const AGREED = 'agreed';

type Choose = WechatMiniprogram.CustomEvent<{ value: number }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'area' | 'note' }>;
type Picked = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: VERIFY_WORDS,
    ways: WAYS,
    kinds: KINDS,
    agreements: [{ value: AGREED, label: VERIFY_WORDS.agreed }],
    latest: '',
    waiting: false,
    way: 0,
    propertyKind: 0,
    area: '',
    note: '',
    agreed: [] as readonly string[],
    /** The boxes that may stay empty are open. */
    isMore: false,
    areaError: '',
    notice: '',
    problem: '',
    isBusy: false,
    view: null as VerifyView | null,
  },

  shown: null as VerifyView | null,
  at: undefined as VerifyCase | undefined,
  doorId: '',
  householdId: '',
  typed: { area: '', note: '' },

  async onLoad({ door = '', household: id = '' }: Record<string, string | undefined>) {
    this.doorId = door;
    this.householdId = id;
    this.setData({ latest: today().slice(0, 7) });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_HOUSEHOLD, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** What was chosen and typed stays, whatever anybody else has changed meanwhile. */
  async open(before?: HouseholdView) {
    const reply = await readWholeDoor(this.doorId);
    const found = reply.ok ? { door: reply.data, packedAt: 0 } : await this.fromPack(reply.problem);
    const one = found?.door.households.find(({ id }) => id === this.householdId);
    if (found === undefined || one === undefined) {
      showView(this, {
        ...NO_HOUSEHOLD,
        ...faceOf(reply.ok ? { code: 'NOT_FOUND', details: {} } : reply.problem),
      });
      return;
    }
    const births = this.at?.births ?? {};
    const isFirst = this.at === undefined;
    this.at = { ...found, household: one, before, births };
    showView(this, viewVerify(this.at), isFirst ? this.kept() : {});
  },

  /** Without network the route pack shows the household as it was in the morning. */
  async fromPack({ code }: Pick<ProblemReport, 'code'>) {
    const packed = code === 'OFFLINE' ? await packedDoor(this.doorId) : undefined;
    return packed && { door: doorOfPack(packed), packedAt: packed.pack.packedAt };
  },

  /** What was written before, to be written over. */
  kept(): Record<string, unknown> {
    const { propertyKind = 0, areaDm2 } = this.at?.door.home ?? {};
    this.typed = {
      area: areaDm2 === undefined ? '' : String(areaDm2 / 100),
      note: this.at?.household.facts?.note ?? '',
    };
    const isMore = propertyKind !== 0 || this.typed.area !== '' || this.typed.note !== '';
    return { propertyKind, isMore, ...this.typed };
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onWay({ detail }: Choose) {
    this.setData({ way: detail.value, problem: '' });
  },

  onMore() {
    this.setData({ isMore: true });
  },

  onKind({ detail }: Choose) {
    this.setData({ propertyKind: detail.value });
  },

  onType({ currentTarget, detail }: Typed) {
    this.typed[currentTarget.dataset.field] = detail.value;
  },

  onBirth({ currentTarget, detail }: Picked) {
    if (this.at === undefined) return;
    this.at = { ...this.at, births: { ...this.at.births, [currentTarget.dataset.key]: detail.value } };
    showView(this, viewVerify(this.at));
  },

  onAgree({ detail }: WechatMiniprogram.CustomEvent<{ values: readonly string[] }>) {
    this.setData({ agreed: detail.values, problem: '' });
  },

  /** Why it cannot be saved yet, in words; '' where it can. */
  wrong(): string {
    if (Number.isNaN(areaOf(this.typed.area))) return VERIFY_WORDS.areaWrong;
    const hasBirths = Object.keys(this.at?.births ?? {}).length > 0;
    return hasBirths && this.data.agreed.length === 0 ? VERIFY_WORDS.notAgreed : '';
  },

  async onSave() {
    const verifyWay = CHOSEN_VERIFY_WAYS.find((code) => code === this.data.way);
    if (this.at === undefined || verifyWay === undefined || this.data.isBusy) return;
    const problem = this.wrong();
    const areaError = problem === VERIFY_WORDS.areaWrong ? problem : '';
    this.setData({ problem, areaError, isBusy: problem === '' });
    if (problem !== '') return;
    const { propertyKind } = this.data;
    const input = inputOf(this.at, { ...this.typed, verifyWay, propertyKind });
    const reply = await handInVerification(this.doorId, this.at, input);
    this.setData({ isBusy: false });
    if (reply.ok) {
      this.getOpenerEventChannel().emit?.('verified', {});
      leavePage();
    } else if (reply.problem.code === 'STALE_VERSION') {
      this.setData({ notice: VERIFY_WORDS.changed });
      await this.open(this.at.household);
    } else this.setData({ problem: sentenceFor(reply.problem) });
  },
});
