import { find, make } from '../runtime/engine';
import { fileAddress } from '../wx/files';

export interface ShareCard {
  title?: string;
  path?: string;
  imageUrl?: string;
  /** A private message: its receiver cannot forward it. */
  isPrivate?: boolean;
}

let last: ShareCard | undefined;

export function lastShareCard(): ShareCard | undefined {
  return last;
}

/** Shows the card that a phone would send; opening it starts the app again as its receiver would. */
export function showShareCard(card: Required<ShareCard>): void {
  last = card;
  document.querySelector('.wxp-share')?.remove();
  const picture = make('div', 'wxp-share-picture');
  const address =
    fileAddress(card.imageUrl) ?? (card.imageUrl === '' ? '' : `package/${card.imageUrl.replace(/^\//, '')}`);
  picture.style.backgroundImage = address === '' ? '' : `url("${address}")`;
  const open = make('button', 'wxp-share-open', '以收到的人打开');
  open.addEventListener('click', () => {
    const target = new URL(location.href);
    target.searchParams.set('scene', '1007');
    target.hash = `/${card.path.replace(/^\//, '')}`;
    window.history.replaceState(null, '', target);
    location.reload();
  });
  const close = make('button', 'wxp-share-close', '关闭');
  const element = make('div', 'wxp-share', [
    make('div', 'wxp-share-card', [
      make('div', 'wxp-share-title', card.title),
      picture,
      make('code', '', card.path),
      ...(card.isPrivate ? [make('div', 'wxp-share-private', '私密消息，不能转发')] : []),
    ]),
    open,
    close,
  ]);
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', '分享卡片');
  close.addEventListener('click', () => {
    element.remove();
  });
  find('.wxp-over').append(element);
}
