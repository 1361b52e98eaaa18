import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const CODE = 'phone-code-10000000001';

describe('exchange the code of a one-tap phone', () => {
  it('is refused to staff, whose number nobody asks for', async () => {
    expect(await street.as('worker W1').phone.exchangeCode({ code: CODE })).toEqual(refused('FORBIDDEN'));
  });

  it('is refused without a code', async () => {
    expect(await street.as('resident A').phone.exchangeCode({ code: '' })).toEqual(
      refused('VALIDATION', { field: 'code' }),
    );
  });

  it('sends the person to the typed field when nobody can exchange the code', async () => {
    const reply = await street.as('resident A').phone.exchangeCode({ code: 'a code of WeChat' });

    expect(reply).toEqual(refused('DEPENDENCY_UNAVAILABLE'));
  });

  it('answers the number and keeps nothing of it', async () => {
    const events = await street.count('events');

    expect(await street.as('resident A').phone.exchangeCode({ code: CODE })).toEqual(
      accepted({ phone: '10000000001', proof: expect.any(String) }),
    );

    expect(await street.count('events')).toBe(events);
    expect(JSON.stringify(await street.all('limits'))).not.toContain('10000000001');
  });

  it('is limited to five in ten minutes, and open again in the next', async () => {
    for (let turn = 0; turn < 5; turn += 1) await street.as('resident A').phone.exchangeCode({ code: CODE });

    expect(await street.as('resident A').phone.exchangeCode({ code: CODE })).toEqual(refused('RATE_LIMITED'));
    await street.clock.set(street.clock.now() + 10 * 60_000);
    expect(await street.as('resident A').phone.exchangeCode({ code: CODE })).toMatchObject({ ok: true });
  });
});
