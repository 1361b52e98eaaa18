/** Follows a link of ours, `/packages/…?query`, wherever it leads: tabs are switched to, other pages lie on top. */
const TABS: readonly string[] = ['/pages/home/home', '/pages/census/entry/entry', '/pages/my/my'];

export function openLink(link: string): void {
  if (link === '') return;
  const [page = ''] = link.split('?');
  if (TABS.includes(page)) void wx.switchTab({ url: page });
  else void wx.navigateTo({ url: link });
}
