/**
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) in plain arithmetic: mini-programs have no cryptography, and a worker's phone
 * checks receipts where there is no signal. The cloud uses Node's own; both give the same bytes.
 */
const BLOCK = 64;

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS = rootBits(64, 3);
/** The same of the square roots of the first 8 primes. */
const START = rootBits(8, 2);

type Registers = [number, number, number, number, number, number, number, number];

export function sha256(message: Uint8Array): Uint8Array {
  const state = Int32Array.from(START);
  const padded = withPadding(message);
  const words = new Int32Array(64);
  for (let offset = 0; offset < padded.length; offset += BLOCK) {
    expandBlock(padded, offset, words);
    mixBlock(state, words);
  }
  return Uint8Array.from({ length: 32 }, (_, index) => (state[index >> 2] ?? 0) >>> (24 - 8 * (index & 3)));
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? sha256(key) : key);
  const inner = sha256(
    joined(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    joined(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

function withPadding(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(length - 4, (message.length << 3) >>> 0);
  return padded;
}

function expandBlock(bytes: Uint8Array, offset: number, words: Int32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, BLOCK);
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(index * 4);
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15] ?? 0;
    const late = words[index - 2] ?? 0;
    const s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = (words[index - 16] ?? 0) + s0 + (words[index - 7] ?? 0) + s1;
  }
}

/** One round a word; `work` holds a … h of the standard. */
function mixBlock(state: Int32Array, words: Int32Array): void {
  const work = Int32Array.from(state);
  for (let index = 0; index < 64; index += 1) {
    mixWord(work, (ROUND_CONSTANTS[index] ?? 0) + (words[index] ?? 0));
  }
  work.forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value;
  });
}

function mixWord(work: Int32Array, word: number): void {
  const [a, b, c, d, e, f, g, h] = Array.from(work) as Registers;
  const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
  const first = (h + s1 + ((e & f) ^ (~e & g)) + word) | 0;
  const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
  const majority = (a & b) ^ (a & c) ^ (b & c);
  work.copyWithin(1, 0, 7);
  work[4] = d + first;
  work[0] = first + s0 + majority;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}

function rootBits(count: number, root: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => fractionBits(prime, root));
}

/** Doubles are exact enough here: the result is below 2³⁷ and is needed to 32 bits behind the point. */
function fractionBits(prime: number, root: number): number {
  const value = root === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
  return ((value - Math.floor(value)) * 0x100000000) | 0;
}
