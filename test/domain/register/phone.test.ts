import { checkPhone } from '@domain/register/phone';

const street = { allowTestNumbers: false, areaCode: '0632' };
const testing = { allowTestNumbers: true, areaCode: '0632' };

describe('a phone number', () => {
  it.each([
    ['a test number', '10012345678', '10012345678', 'mobile'],
    ['full width', '１００１２３４５６７８', '10012345678', 'mobile'],
    ['blanks and hyphens', '100-1234 5678', '10012345678', 'mobile'],
    ['+86', '+86 100 1234 5678', '10012345678', 'mobile'],
    ['0086', '008610012345678', '10012345678', 'mobile'],
    ['a landline with area code', '0632-1234567', '06321234567', 'landline'],
    ['a landline in brackets', '（010）12345678', '01012345678', 'landline'],
  ])('is read: %s', (_case, text, number, kind) => {
    expect(checkPhone(text, testing)).toEqual({ ok: true, number, kind });
  });

  it('without area code is taken, and the full number offered', () => {
    const check = checkPhone('5512345', street);

    expect(check).toEqual({ ok: true, number: '5512345', kind: 'landline', suggestion: '06325512345' });
  });

  it.each([
    ['nothing', ''],
    ['10 digits', '1001234567'],
    ['12 digits', '100123456789'],
    ['a second digit that no operator has', '12012345678'],
    ['letters', '100123x5678'],
    ['six digits', '551234'],
    ['a service number', '110'],
  ])('is refused with the sentence of the form: %s', (_case, text) => {
    expect(checkPhone(text, testing)).toMatchObject({
      ok: false,
      sentence: '手机号应该是 11 位，您看看是不是少了一位',
    });
  });

  it('beginning with 100 is refused where test numbers are not allowed', () => {
    expect(checkPhone('10012345678', street).ok).toBe(false);
  });

  it.each(['3', '4', '5', '6', '7', '8', '9'])('may begin with 1%s', (second) => {
    expect(checkPhone(`1${second}000000000`, street).ok).toBe(true);
  });
});
