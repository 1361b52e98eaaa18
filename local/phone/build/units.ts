/** Lengths of the phone in a browser: rpx, vw and vh are measured on the frame, which is a size container. */
export function convertUnits(value: string): string {
  return value
    .replace(
      /(-?\d*\.?\d+)rpx\b/g,
      (_, length: string) => `${String(Number((Number(length) / 7.5).toFixed(5)))}cqw`,
    )
    .replace(/(\d)v([hw])\b/g, '$1cq$2');
}
