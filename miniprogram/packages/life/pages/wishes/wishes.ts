import type { PublicWish, ThanksLine } from '@domain/contract/wish-views';
import { WISH_KIND_WORDS, WISH_KINDS, type WishKind } from '@domain/wish/wish';
import { WISH_WORDS } from '../../../../messages/wish';
import { FIGURES_TITLE, figureLines } from '../../../../messages/wish-figures';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { today } from '../../../../services/clock';
import { knownSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { problemFace, volunteerSeatOf } from '../../services/wish-face';
import { viewThanks, viewWishes, withCompounds, type Tile, type WishesView } from './wishes.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>;
type Board = 'open' | 'met';

const THANKS = 'thanks';
const ALL = 'all';
/** What a volunteer said in the profile, until something else is chosen here. */
const NEAR = 'near';
const FIRST_COMPOUNDS: Tile[] = [{ value: ALL, label: WISH_WORDS.allCompounds }];
const FILTERS = [
  { value: ALL, label: WISH_WORDS.allKinds },
  ...WISH_KINDS.map((kind) => ({ value: kind, label: WISH_KIND_WORDS[kind] })),
];
const BOARDS = [
  { value: 'open', label: WISH_WORDS.open },
  { value: 'met', label: WISH_WORDS.met },
  { value: THANKS, label: WISH_WORDS.thanked },
];

function isEverywhere(compound: string): boolean {
  return compound === ALL || compound === NEAR;
}

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_WORDS,
    filters: FILTERS,
    boards: BOARDS,
    board: 'open',
    figuresTitle: FIGURES_TITLE,
    figures: [] as string[],
    isSorting: false,
    isVolunteer: false,
    kind: ALL,
    compound: NEAR,
    isNear: false,
    compounds: FIRST_COMPOUNDS,
    waiting: false,
    view: null as WishesView | null,
  },

  shown: null as WishesView | null,
  wishes: [] as PublicWish[],
  thanks: [] as ThanksLine[],
  cursor: undefined as string | undefined,

  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  /** Everybody reads it without a seat; a volunteer sees where they may claim. */
  async ask(cursor?: string) {
    const seat = volunteerSeatOf(await knownSession());
    const { kind, compound, board, isNear } = this.data;
    const filter = {
      ...(kind === ALL ? {} : { kind: kind as WishKind }),
      ...(isEverywhere(compound) ? {} : { compoundId: compound }),
      near: compound === NEAR && (cursor === undefined || isNear),
    };
    const page = cursor === undefined ? {} : { cursor };
    return wish.listPublished({ view: board as Board, ...filter, ...page }, { actAs: seat?.id ?? NOBODY });
  },

  async openThanks(cursor?: string) {
    const reply = await wish.listThanks(cursor === undefined ? {} : { cursor }, { actAs: NOBODY });
    if (!reply.ok) {
      showView(this, { ...viewThanks([], undefined), ...problemFace(reply.problem) });
      return;
    }
    this.thanks = cursor === undefined ? reply.data.thanks : [...this.thanks, ...reply.data.thanks];
    this.cursor = reply.data.next;
    showView(this, viewThanks(this.thanks, this.cursor));
  },

  async open() {
    if (this.data.board === THANKS) {
      await this.openThanks();
      return;
    }
    const reply = await this.ask();
    if (!reply.ok) {
      showView(this, {
        ...viewWishes([], undefined, { isFiltered: false, today: today() }),
        ...problemFace(reply.problem),
      });
      return;
    }
    const isVolunteer = volunteerSeatOf(await knownSession()) !== undefined;
    const { isNear, wishes, next } = reply.data;
    this.show(wishes, next, { isVolunteer, isNear });
  },

  show(wishes: PublicWish[], next: string | undefined, more: Record<string, boolean> = {}) {
    this.wishes = wishes;
    this.cursor = next;
    const isFiltered = this.data.kind !== ALL || !isEverywhere(this.data.compound);
    showView(this, viewWishes(wishes, next, { isFiltered, today: today() }), {
      ...this.newCompounds(wishes),
      ...more,
    });
  },

  async onMore() {
    if (this.data.board === THANKS) {
      await this.openThanks(this.cursor);
      return;
    }
    const reply = await this.ask(this.cursor);
    if (reply.ok) this.show([...this.wishes, ...reply.data.wishes], reply.data.next);
  },

  async onBoard({ detail }: Chosen) {
    this.setData({ board: detail.value });
    await this.open();
    if (detail.value === 'met') await this.openFigures();
  },

  async openFigures() {
    const reply = await wish.readStats({}, { actAs: NOBODY });
    if (reply.ok) this.setData({ figures: figureLines(reply.data) });
  },

  async onKind({ detail }: Chosen) {
    this.setData({ kind: detail.value });
    await this.open();
  },

  async onCompound({ detail }: Chosen) {
    await this.narrow(detail.value);
  },

  async onEverywhere() {
    await this.narrow(ALL);
  },

  async narrow(compound: string) {
    this.setData({ compound });
    await this.open();
  },

  /** Compounds to choose from are told once, when somebody sorts; a page of rows adds only what was not among them. */
  newCompounds(named: readonly Pick<PublicWish, 'compoundId' | 'compound'>[]): { compounds?: Tile[] } {
    const { isSorting, compounds: known } = this.data;
    const compounds = withCompounds(known, named);
    return isSorting && compounds.length > known.length ? { compounds } : {};
  },

  /** Every compound with an open wish, not only those of the wishes that stand here. */
  async onSort() {
    this.setData({ isSorting: true });
    const seat = volunteerSeatOf(await knownSession());
    const reply = await wish.readStats({}, { actAs: seat?.id ?? NOBODY });
    const named = [...(reply.ok ? reply.data.compounds : []), ...this.wishes];
    this.setData(this.newCompounds(named));
  },

  onWish({ currentTarget }: Keyed) {
    if (this.data.board === THANKS) return;
    void wx.navigateTo({
      url: `/packages/life/pages/wish-detail/wish-detail?id=${currentTarget.dataset.key}`,
    });
  },

  onMake() {
    void wx.navigateTo({ url: '/packages/life/pages/wish-new/wish-new' });
  },

  onVolunteer() {
    void wx.navigateTo({ url: '/packages/life/pages/volunteer/volunteer' });
  },

  onGifts() {
    void wx.navigateTo({ url: '/packages/life/pages/gifts/gifts' });
  },

  onMine() {
    void wx.navigateTo({ url: '/packages/life/pages/my-wishes/my-wishes' });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
