/**
 * Cards that are sent while the page is open are private messages: WeChat does not forward them. It holds for every card until it
 * is taken back, so whoever sets it takes it back. A courtesy of the phone and no guard: the cloud lets one account alone in, and
 * why it does not verify the message itself stands in ADR 0014.
 */
export function sharePrivately(isPrivate: boolean): void {
  // An old WeChat knows no private messages, and the card is as safe without.
  wx.updateShareMenu({ withShareTicket: isPrivate, isPrivateMessage: isPrivate, fail: () => undefined });
}
