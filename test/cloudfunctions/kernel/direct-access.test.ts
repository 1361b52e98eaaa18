import { digestsOf } from '../fixture/standstill';
import { openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

describe('no client reaches the database', () => {
  it.each(['', 'guess', 'Bearer guess'])('with the secret %p', async (secret) => {
    for (const action of ['database.getDocument', 'database.insertDocument', 'database.removeDocument']) {
      const response = await fetch(`${street.url}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: secret },
        body: JSON.stringify({ action, collectionName: 'households', query: '{}', data: '{}' }),
      });

      expect(response.status).toBe(401);
      expect(await response.json()).toEqual(expect.objectContaining({ code: 'SIGN_PARAM_INVALID' }));
    }
  });

  it('by any other route', async () => {
    const before = await digestsOf(street);
    for (const route of [
      '/web',
      '/database',
      '/collections/households',
      '/invoke/households',
      '/invoke/..%2fadmin',
    ]) {
      const response = await fetch(`${street.url}${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wanjia-openid': 'wx-adm' },
        body: JSON.stringify({ action: 'database.getDocument', collectionName: 'households' }),
      });
      expect(response.ok).toBe(false);
    }
    expect(await digestsOf(street)).toEqual(before);
  });
});
