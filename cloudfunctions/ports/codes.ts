/**
 * The picture of a code on a door. Drawn here as an ordinary QR code of the street's own link, which WeChat opens in the
 * mini-program once the link's beginning is entered on its console; without one the code says the scene alone, which the
 * mini-program's own scanner reads. WeChat's round codes are another adapter of the same port: it draws from the scene.
 */
import { sceneOf, STREET_SCENE, type LinkCode } from '@domain/link/scene';
import { create } from 'qrcode';
import type { CodePicture } from '../pdf/drawing';

export interface CodesPort {
  picture(code: LinkCode): Promise<CodePicture>;
  /** The street's own code, which opens the first page. */
  street(): Promise<CodePicture>;
}

/** `linkBase` is the beginning of the street's own links, `https://host/path`; empty where it has none. */
export function drawnCodes(linkBase: string): CodesPort {
  return {
    picture: (code) => Promise.resolve(drawn(textOf(linkBase, sceneOf(code)))),
    street: () => Promise.resolve(drawn(linkBase === '' ? STREET_SCENE : `${linkBase}/${STREET_SCENE}`)),
  };
}

function textOf(linkBase: string, scene: string): string {
  return linkBase === '' ? scene : `${linkBase}?q=${scene}`;
}

/** Level Q: a quarter of a sticker may be scratched or painted over. */
function drawn(text: string): CodePicture {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  return {
    kind: 'modules',
    size: modules.size,
    isDark: (row, column) => modules.get(row, column) === 1,
  };
}
