/** Opens the phone's own dialling page. A person who thinks better of it has done nothing wrong: no error is shown. */
export function callNumber(phoneNumber: string): void {
  if (phoneNumber === '') return;
  wx.makePhoneCall({ phoneNumber, fail: () => undefined });
}
