import fc from 'fast-check';
import { CROCKFORD } from '@domain/kernel/crockford';
import {
  CARRIERS,
  humanCodeOf,
  LINK_KINDS,
  readCode,
  sceneOf,
  tokenOf,
  type LinkCode,
} from '@domain/link/scene';

const own = ['https://wanjia.example/d'];
const door: LinkCode = { kind: 'H', token: '7F3K9Q2PX4', carrier: 'd', version: 1 };
const human = humanCodeOf(door);
const tokens = fc
  .array(fc.constantFrom(...Array.from(CROCKFORD)), { minLength: 10, maxLength: 10 })
  .map((all) => all.join(''));
const codes = fc.record({
  kind: fc.constantFrom(...LINK_KINDS),
  token: tokens,
  carrier: fc.constantFrom(...CARRIERS),
  version: fc.nat(9),
});

describe('a door code', () => {
  it('is printed as scene and as a code for people', () => {
    expect(sceneOf(door)).toBe('H.7F3K9Q2PX4.d1');
    expect(human).toMatch(/^H-7F3K9-Q2PX4-[0-9A-HJKMNP-TV-Z]$/);
  });

  it.each([
    ['the scene', 'H.7F3K9Q2PX4.d1', door],
    ['the scene as it arrives in options', 'H.7F3K9Q2PX4.d1'.replace(/\./g, '%2E'), door],
    ['the link', 'https://wanjia.example/d?q=H.7F3K9Q2PX4.d1', door],
    ['the link, encoded whole', encodeURIComponent('https://wanjia.example/d?q=H.7F3K9Q2PX4.d1'), door],
    ['the link with more behind it', 'https://wanjia.example/d?from=x&q=H.7F3K9Q2PX4.d1#top', door],
    ['the link with the scene as its path', 'https://wanjia.example/d/H.7F3K9Q2PX4.d1', door],
    ['the raw token', '7F3K9Q2PX4', { token: '7F3K9Q2PX4' }],
    ['the human code', human, { kind: 'H', token: '7F3K9Q2PX4' }],
    [
      'the human code in small letters and blanks',
      ` ${human.toLowerCase().replace(/-/g, ' ')} `,
      { kind: 'H', token: '7F3K9Q2PX4' },
    ],
  ])('is read from %s', (_case, text, code) => {
    expect(readCode(text, own)).toEqual({ verdict: 'ok', code });
  });

  it.each([
    ['a wrong last character', `${human.slice(0, -1)}${human.endsWith('0') ? '1' : '0'}`, 'mistyped'],
    ['a character missing', human.slice(0, 5) + human.slice(6), 'mistyped'],
    ['the letter U, which no code has', 'H-7F3K9-Q2PXU-0', 'mistyped'],
    ['a scene with a strange kind', 'Z.7F3K9Q2PX4.d1', 'mistyped'],
    ['a scene with a letter that is not used', 'H.7F3K9Q2PXO.d1', 'mistyped'],
    ['a scene cut short', 'H.7F3K9Q2P.d1', 'mistyped'],
    ['the website of a shop', 'https://shop.example/d?q=H.7F3K9Q2PX4.d1', 'foreign'],
    ['an address that only begins like ours', 'https://wanjia.example/dodgy?q=H.7F3K9Q2PX4.d1', 'foreign'],
    ['a payment code', 'wxp://f2f0abc', 'foreign'],
    ['a bar code', '6901234567892', 'notACode'],
    ['nothing', '  ', 'notACode'],
    ['a sentence', '我家在三号楼', 'notACode'],
    ['a broken percent sign', '%E4%', 'notACode'],
    ['a very long text', 'H'.repeat(513), 'notACode'],
  ])('is told from %s', (_case, text, verdict) => {
    expect(readCode(text, own)).toMatchObject({
      verdict,
      sentence: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
  });

  it('says in words when it belongs to somebody else', () => {
    expect(readCode('https://shop.example')).toEqual({ verdict: 'foreign', sentence: '这不是本街道的码' });
  });
});

describe('any code', () => {
  it('is read back from its scene and its link, within the platform alphabet and length', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const scene = sceneOf(code);

        expect(scene).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
        expect(readCode(scene)).toEqual({ verdict: 'ok', code });
        expect(readCode(`${own[0]}?q=${encodeURIComponent(scene)}`, own)).toEqual({ verdict: 'ok', code });
      }),
    );
  });

  it('is read back as a person types it, with I and L for 1 and O for 0', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = humanCodeOf(code).replace(/1/g, 'l').replace(/0/g, 'o');

        expect(readCode(typed)).toEqual({ verdict: 'ok', code: { kind: code.kind, token: code.token } });
      }),
    );
  });

  it('with one character changed is never another code', () => {
    fc.assert(
      fc.property(codes, fc.nat(10), fc.constantFrom(...Array.from(CROCKFORD)), (code, place, character) => {
        const text = humanCodeOf(code).replace(/-/g, '');
        const at = place + 1;
        fc.pre(text[at] !== character);
        const wrong = text.slice(0, at) + character + text.slice(at + 1);

        expect(readCode(wrong).verdict).toBe('mistyped');
      }),
    );
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['ok', 'mistyped', 'foreign', 'notACode']).toContain(readCode(text).verdict);
      }),
    );
  });
});

describe('a token', () => {
  it('is made of the low five bits of ten random bytes', () => {
    expect(tokenOf(Uint8Array.from([0, 31, 32, 63, 1, 2, 3, 4, 5, 6, 7]))).toBe('0Z0Z123456');
  });
});
