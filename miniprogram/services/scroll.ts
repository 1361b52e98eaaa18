/** Moves the page that is open. */

/** Room for what stays on top while the page scrolls. */
const TOP_ROOM = -72;

export function scrollToTop(): void {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/** After what was just shown has its place. */
export function scrollToPlace(selector: string, offsetTop = TOP_ROOM): void {
  wx.nextTick(() => {
    void wx.pageScrollTo({ selector, offsetTop, duration: 200 });
  });
}

/** Brings a card under what stays on top; of one that is longer than the screen its end, where its message stands, above the bar. */
export async function scrollToMessage(selector: string): Promise<void> {
  const { cards, bar, scrollTop } = await cardsOnPage(selector);
  const [card] = cards;
  if (card === undefined) return;
  const by = Math.max(card.top + TOP_ROOM, card.bottom - (bar?.top ?? Infinity));
  void wx.pageScrollTo({ scrollTop: scrollTop + by, duration: 200 });
}

/** Brings the end of the first card above the bar. Where it stands there already, nothing moves. */
export async function scrollToEnd(): Promise<void> {
  const { cards, bar, scrollTop } = await cardsOnPage();
  const hidden = (cards[0]?.bottom ?? 0) - (bar?.top ?? Infinity);
  if (hidden > 0) void wx.pageScrollTo({ scrollTop: scrollTop + hidden, duration: 200 });
}

/** Draws, and leaves what stands in the middle of the screen there, however much longer the words above it have become. */
export async function keepPlace(draw: () => void): Promise<void> {
  const before = await cardsOnPage();
  const at = before.cards.findIndex(({ bottom }) => bottom > before.height / 2);
  draw();
  const after = await cardsOnPage();
  const moved = (after.cards[at]?.top ?? 0) - (before.cards[at]?.top ?? 0);
  if (before.scrollTop > 0 && moved !== 0) {
    void wx.pageScrollTo({ scrollTop: after.scrollTop + moved, duration: 0 });
  }
}

interface Edges {
  top: number;
  bottom: number;
}

interface CardsOnPage {
  cards: Edges[];
  /** What floats over the end of the page. */
  bar: Edges | null;
  scrollTop: number;
  height: number;
}

function cardsOnPage(selector = '.card'): Promise<CardsOnPage> {
  return new Promise((resolve) => {
    wx.nextTick(() => {
      const query = wx.createSelectorQuery();
      query.selectAll(selector).boundingClientRect();
      query.select('.bar').boundingClientRect();
      query.selectViewport().fields({ size: true, scrollOffset: true });
      query.exec(
        ([cards, bar, screen]: [Edges[], Edges | null, Pick<CardsOnPage, 'scrollTop' | 'height'>]) => {
          resolve({ cards, bar, ...screen });
        },
      );
    });
  });
}
