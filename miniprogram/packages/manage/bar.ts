/** The bar of community and street leads between the first pages of this package. */
const PAGES: Readonly<Record<string, string>> = {
  overview: '/packages/manage/pages/overview/overview',
  skeleton: '/packages/manage/pages/skeleton/skeleton',
  exports: '/packages/manage/pages/exports/exports',
  verify: '/packages/manage/pages/verify/verify',
};

export function goInManage(key: string): void {
  const url = PAGES[key];
  if (url === undefined) void wx.switchTab({ url: '/pages/my/my' });
  else void wx.redirectTo({ url });
}
