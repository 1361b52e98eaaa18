/** Moves the page that is open. */

/** Room for what stays on top while the page scrolls. */
const TOP_ROOM = -72;

export function scrollToTop(): void {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/** After what was just shown has its place. */
export function scrollToPlace(selector: string): void {
  wx.nextTick(() => {
    void wx.pageScrollTo({ selector, offsetTop: TOP_ROOM, duration: 200 });
  });
}
