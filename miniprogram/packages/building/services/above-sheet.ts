/** A sheet stands over the lower half of the screen: what it speaks of is brought above it, and moves no further than it must. */

/** What lies above this part of the screen no sheet covers. */
const FREE_PART = 0.35;

interface Edges {
  bottom: number;
}

interface Screen {
  scrollTop: number;
  height: number;
}

export function raiseAboveSheet(selector: string): void {
  wx.nextTick(() => {
    const query = wx.createSelectorQuery();
    query.select(selector).boundingClientRect();
    query.selectViewport().fields({ size: true, scrollOffset: true });
    query.exec(([place, { scrollTop, height }]: [Edges | null, Screen]) => {
      const hidden = (place?.bottom ?? 0) - height * FREE_PART;
      if (hidden > 0) void wx.pageScrollTo({ scrollTop: scrollTop + hidden, duration: 200 });
    });
  });
}
