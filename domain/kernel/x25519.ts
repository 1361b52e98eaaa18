/**
 * Key agreement on Curve25519 (RFC 7748): two sides that know each other's public key come to the same 32 bytes. For phones,
 * whose runtime has no cryptography of its own; once in a file, so that speed and equal timing do not matter.
 */
const PRIME = BigInt(2) ** BigInt(255) - BigInt(19);
/** (486662 − 2) / 4, the curve's constant as the ladder wants it. */
const CURVE = BigInt(121665);
const ZERO = BigInt(0);
const ONE = BigInt(1);
const TOP_BIT = 254;
const BASE = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 9 : 0));

/** The public key of 32 random bytes. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return agreedBytes(secret, BASE);
}

/** What the owner of `secret` and the owner of `theirs` both know, and nobody else. */
export function agreedBytes(secret: Uint8Array, theirs: Uint8Array): Uint8Array {
  const scalar = numberOf(clamped(secret));
  const point = numberOf(theirs.map((byte, at) => (at === 31 ? byte & 127 : byte))) % PRIME;
  return bytesOf(ladder(scalar, point));
}

function clamped(secret: Uint8Array): Uint8Array {
  return secret.map((byte, at) => {
    if (at === 0) return byte & 248;
    return at === 31 ? (byte & 127) | 64 : byte;
  });
}

/** Two neighbouring multiples of a point, by their X and Z. */
interface Step {
  readonly x2: bigint;
  readonly z2: bigint;
  readonly x3: bigint;
  readonly z3: bigint;
}

/** Montgomery's ladder: one doubling and one addition a bit, from the highest. */
function ladder(scalar: bigint, point: bigint): bigint {
  let step: Step = { x2: ONE, z2: ZERO, x3: point, z3: ONE };
  for (let bit = TOP_BIT; bit >= 0; bit -= 1) {
    const isSet = ((scalar >> BigInt(bit)) & ONE) === ONE;
    const next = rung(isSet ? swapped(step) : step, point);
    step = isSet ? swapped(next) : next;
  }
  return (step.x2 * power(step.z2, PRIME - BigInt(2))) % PRIME;
}

function swapped({ x2, z2, x3, z3 }: Step): Step {
  return { x2: x3, z2: z3, x3: x2, z3: z2 };
}

function rung({ x2, z2, x3, z3 }: Step, point: bigint): Step {
  const sum = positive(x2 + z2);
  const difference = positive(x2 - z2);
  const sumSquared = (sum * sum) % PRIME;
  const differenceSquared = (difference * difference) % PRIME;
  const gap = positive(sumSquared - differenceSquared);
  const crossed = (positive(x3 - z3) * sum) % PRIME;
  const straight = (positive(x3 + z3) * difference) % PRIME;
  const added = positive(crossed + straight);
  const apart = positive(crossed - straight);
  return {
    x2: (sumSquared * differenceSquared) % PRIME,
    z2: (gap * positive(sumSquared + CURVE * gap)) % PRIME,
    x3: (added * added) % PRIME,
    z3: (point * ((apart * apart) % PRIME)) % PRIME,
  };
}

function positive(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < ZERO ? rest + PRIME : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = ONE;
  for (let square = base % PRIME, left = exponent; left > ZERO; left >>= ONE) {
    if ((left & ONE) === ONE) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** Little-endian, as the curve's own papers write it. */
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << BigInt(8)) + BigInt(byte), ZERO);
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & BigInt(255)));
}
