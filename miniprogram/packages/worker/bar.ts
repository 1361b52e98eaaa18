/** The worker's bar leads between the first pages of this package; 我的 is a tab of everybody. */
const PAGES: Readonly<Record<string, string>> = {
  today: '/packages/worker/pages/today/today',
  waiting: '/packages/worker/pages/waiting/waiting',
  receipt: '/packages/worker/pages/receipt/receipt',
};

export function goInWorker(key: string): void {
  const url = PAGES[key];
  if (url === undefined) void wx.switchTab({ url: '/pages/my/my' });
  else void wx.redirectTo({ url });
}
