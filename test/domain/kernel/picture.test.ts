import { cleanPicture, pictureKind } from '@domain/kernel/picture';
import { jpegOf, pngOf } from '../../cloudfunctions/fixture/pictures';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a picture', () => {
  it('is what its bytes say', () => {
    expect([pictureKind(jpegOf()), pictureKind(pngOf())]).toEqual(['jpg', 'png']);
    for (const other of ['GIF89a', '%PDF-1.7', 'PK\u0003\u0004', '<svg>', '']) {
      expect(pictureKind(Buffer.from(other))).toBeUndefined();
      expect(cleanPicture(Buffer.from(other))).toBeUndefined();
    }
  });

  it.each([
    ['jpg', jpegOf('Exif GPS 34.8 117.3')],
    ['png', pngOf('GPS 34.8 117.3')],
  ] as const)('of kind %s keeps nothing of where it was taken', (kind, bytes) => {
    const clean = cleanPicture(bytes);

    expect(clean?.kind).toBe(kind);
    expect(text(bytes)).toContain('GPS');
    expect(text(clean?.bytes ?? new Uint8Array())).not.toContain('GPS');
    expect(text(clean?.bytes ?? new Uint8Array())).toContain('PIXELS');
  });

  it.each([
    ['jpg', jpegOf()],
    ['png', pngOf()],
  ] as const)('of kind %s that is cut off is none', (_kind, bytes) => {
    expect(cleanPicture(bytes.subarray(0, 24))).toBeUndefined();
  });

  it('with a length that leads outside is none', () => {
    const bytes = jpegOf();
    bytes[4] = 0xff;
    bytes[5] = 0xff;
    expect(cleanPicture(bytes)).toBeUndefined();
    const short = jpegOf();
    short[4] = 0;
    short[5] = 1;
    expect(cleanPicture(short)).toBeUndefined();
  });
});
