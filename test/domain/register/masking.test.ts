import fc from 'fast-check';
import { checkCharacterOf } from '@domain/register/id-number';
import {
  childWords,
  maskAddress,
  maskIdNumber,
  maskName,
  maskPhone,
  maskPlate,
  phoneViewFor,
} from '@domain/register/masking';

describe('a mask', () => {
  it.each([
    ['王小明', '王*明'],
    ['王明', '王*'],
    ['欧阳小明', '欧**明'],
    ['𠮷田一', '𠮷*一'],
    ['王', '*'],
    ['', ''],
  ])('of the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['a mobile to those who call', '10012345678', 'tail', '100****5678'],
    ['a mobile to others', '10012345678', 'head', '100********'],
    ['a landline', '06321234567', 'tail', '063****4567'],
    ['a landline of 12 digits', '063212345678', 'tail', '063*****5678'],
    ['a landline without area code', '5512345', 'tail', '***2345'],
    ['the same to others', '5512345', 'head', '551****'],
    ['nothing', '', 'tail', ''],
  ] as const)('of a phone: %s', (_case, number, view, masked) => {
    expect(maskPhone(number, view)).toBe(masked);
  });

  it.each([
    ['GW', false, 'tail'],
    ['CA', false, 'tail'],
    ['BH', true, 'tail'],
    ['BH', false, 'head'],
    ['PR', true, 'head'],
    ['RE', true, 'head'],
  ])('lets %s with consent %s see the %s of a phone', (role, contactOk, view) => {
    expect(phoneViewFor(role, contactOk)).toBe(view);
  });

  it('of an ID number keeps the first four characters', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1101**************');
  });

  it('of an ID number leaves at least 500 candidates to somebody who knows the birth date', () => {
    const masked = maskIdNumber('000000198803050025');

    let candidates = 0;
    for (let tail = 0; tail < 100_000; tail += 1) {
      const [county, sequence] = [
        String(tail).slice(0, -3).padStart(2, '0'),
        String(tail).slice(-3).padStart(3, '0'),
      ];
      const digits = `0000${county}19880305${sequence}`;
      if (maskIdNumber(digits + checkCharacterOf(digits)) === masked) candidates += 1;
    }

    expect(candidates).toBeGreaterThanOrEqual(500);
  });

  it.each([
    ['鲁D12345', '鲁D****'],
    ['鲁DD12345', '鲁D****'],
    ['', ''],
  ])('of the plate %s is %s', (plate, masked) => {
    expect(maskPlate(plate)).toBe(masked);
  });

  it.each([
    ['山东省枣庄市滕州市龙泉街道某路1号', '山东省枣庄市滕州市****'],
    ['北京市海淀区某路', '北京市海淀区****'],
    ['新疆维吾尔自治区喀什地区某县某乡', '新疆维吾尔自治区喀什地区某县****'],
    ['山东省枣庄市苹果花园小区3号楼', '山东省枣庄市****'],
    ['3号楼2单元', '****'],
    ['', '****'],
  ])('of the address %s is %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('of a child names nobody', () => {
    expect(childWords('6–13岁')).toBe('家里的孩子（6–13岁）');
  });

  it('never shows the last character of an ID number, nor the middle of a phone or name', () => {
    const digits = fc.stringMatching(/^1\d{10}$/);
    fc.assert(
      fc.property(digits, fc.stringMatching(/^\d{17}[\dX]$/), (phone, id) => {
        expect(maskPhone(phone, 'tail').slice(3, 7)).toBe('****');
        expect(maskIdNumber(id)).toMatch(/^.{4}\*{14}$/);
      }),
    );
  });
});
