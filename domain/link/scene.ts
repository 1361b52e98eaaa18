/**
 * Codes on doors, posters, cards and sheets. A code locates and never authorises: it opens a blank form. Three wrappings
 * lead to the same token: the scene of a mini-program code, the `q` of an ordinary link, and what a person types.
 */
import { checkCharacter, CROCKFORD, foldCode, hasCheckCharacter, isCrockford } from '../kernel/crockford';

export const LINK_KINDS = ['H', 'B', 'C', 'G', 'A', 'P', 'K', 'E', 'T'] as const;
/** door, building, compound, group card, help-fill, pass, gate, event, paper sheet */
export type LinkKind = (typeof LINK_KINDS)[number];

export const CARRIERS = ['d', 'p', 'l', 'g', 't'] as const;
/** door sticker, poster, lift, group card, paper sheet */
export type Carrier = (typeof CARRIERS)[number];

/** A code as it is printed. */
export interface LinkCode {
  kind: LinkKind;
  /** Ten characters, 50 random bits. */
  token: string;
  carrier: Carrier;
  /** One digit, counted up when the carrier's print changes. */
  version: number;
}

/** A code as it is read: a typed code does not say where it hung, a raw token not even what it is for. */
export type ReadCode = Pick<LinkCode, 'token'> & Partial<Omit<LinkCode, 'token'>>;

export type CodeReading =
  | { verdict: 'ok'; code: ReadCode }
  /** Ours by its shape, but a character is wrong. */
  | { verdict: 'mistyped'; sentence: string }
  /** A code of somebody else: a shop, a website, another street. It is never opened. */
  | { verdict: 'foreign'; sentence: string }
  | { verdict: 'notACode'; sentence: string };

/** What the street's own code says: it opens the first page and names no place. Its link has a path of its own, for its own page. */
export const STREET_SCENE = 'street.p1';

/** Whether a text is the street's own code, as a scene or as the end of one of the street's links. */
export function isStreetCode(text: string, ownLinks: readonly string[]): boolean {
  return text === STREET_SCENE || ownLinks.some((own) => text === `${own}/${STREET_SCENE}`);
}

export const TOKEN_LENGTH = 10;
/** Kind, token, check character. */
const HUMAN_LENGTH = TOKEN_LENGTH + 2;
const SCENE = /^([HBCGAPKET])\.([0-9A-Z]{10})\.([dplgt])([0-9])$/;
const TEXT_LENGTH_MAX = 512;
const SENTENCES = {
  mistyped: '这串码好像有一位不对，照着贴纸再看一遍',
  foreign: '这不是本街道的码',
  notACode: '没认出来，也可以直接选房号',
} as const;

/** `H.7F3K9Q2PX4.d1`: at most 32 characters of the platform's alphabet. */
export function sceneOf({ kind, token, carrier, version }: LinkCode): string {
  return `${kind}.${token}.${carrier}${version}`;
}

/** `H-7F3K9-Q2PX4-C`, for people who type: the last character checks kind and token. */
export function humanCodeOf({ kind, token }: Pick<LinkCode, 'kind' | 'token'>): string {
  return `${kind}-${token.slice(0, 5)}-${token.slice(5)}-${checkCharacter(kind + token) ?? ''}`;
}

/** A token of ten random bytes; only the low five bits of each are used, so every character is equally likely. */
export function tokenOf(randomBytes: Uint8Array): string {
  return Array.from(randomBytes.subarray(0, TOKEN_LENGTH), (byte) => CROCKFORD.charAt(byte & 31)).join('');
}

/**
 * Reads what a camera, a page's `options` or a person handed over. `ownLinks` are the beginnings of this street's own
 * ordinary links (`https://host/path`); any other address is foreign.
 */
export function readCode(text: string, ownLinks: readonly string[] = []): CodeReading {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > TEXT_LENGTH_MAX) return refusal('notACode');
  const plain = unescaped(trimmed);
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) return readLink(plain, ownLinks);
  return readScene(plain) ?? readTyped(plain);
}

function readLink(link: string, ownLinks: readonly string[]): CodeReading {
  const isOwn = ownLinks.some(
    (own) => link === own || link.startsWith(`${own}?`) || link.startsWith(`${own}/`),
  );
  if (!isOwn) return refusal('foreign');
  const query = link.slice(link.indexOf('?') + 1).split('#')[0] ?? '';
  const parameter = query.split('&').find((part) => part.startsWith('q=') || part.startsWith('scene='));
  const value = parameter?.slice(parameter.indexOf('=') + 1) ?? link.slice(link.lastIndexOf('/') + 1);
  return readScene(unescaped(value)) ?? readTyped(unescaped(value));
}

/** A scene has no check character: its token is looked up. Undefined when the text is not a scene at all. */
function readScene(text: string): CodeReading | undefined {
  if (!/^[A-Za-z]\.[^.]+\.[^.]+$/.test(text)) return undefined;
  const [, kind, token = '', carrier, version] = SCENE.exec(text) ?? [];
  if (!isKind(kind) || !isCarrier(carrier)) return refusal('mistyped');
  if (!isCrockford(token)) return refusal('mistyped');
  return { verdict: 'ok', code: { kind, token, carrier, version: Number(version) } };
}

/** What a person typed: the human code, whose last character is checked here, or a raw token, which is looked up. */
function readTyped(text: string): CodeReading {
  const folded = foldCode(text);
  if (folded.length === TOKEN_LENGTH && isCrockford(folded)) {
    return { verdict: 'ok', code: { token: folded } };
  }
  const kind = folded[0];
  const isNear = /^[0-9A-Z]+$/.test(folded) && Math.abs(folded.length - HUMAN_LENGTH) <= 1;
  if (!isNear || !isKind(kind)) return refusal('notACode');
  if (folded.length !== HUMAN_LENGTH || !hasCheckCharacter(folded)) return refusal('mistyped');
  return { verdict: 'ok', code: { kind, token: folded.slice(1, -1) } };
}

/** `options.scene` arrives percent-encoded. A text that is not is itself. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function refusal(verdict: keyof typeof SENTENCES): CodeReading {
  return { verdict, sentence: SENTENCES[verdict] };
}

function isKind(text: string | undefined): text is LinkKind {
  return (LINK_KINDS as readonly (string | undefined)[]).includes(text);
}

function isCarrier(text: string | undefined): text is Carrier {
  return (CARRIERS as readonly (string | undefined)[]).includes(text);
}
