import type { LinkDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('revoke the code of a door', () => {
  it('is refused for a door that is not there', async () => {
    await expectStandstill(
      street,
      () => street.as('worker W1').link.revokeDoorCode({ doorId: 'nowhere-1' }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to residents, building heads, auditors and workers of another grid', async () => {
    const { id: doorId } = street.door('苹果花园 5-1-101');

    for (const person of ['resident A', 'head H3', 'auditor Q']) {
      const call = () => street.as(person).link.revokeDoorCode({ doorId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => street.as('worker W1').link.revokeDoorCode({ doorId }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused without an operation id', async () => {
    const { id: doorId } = street.door('苹果花园 3-2-502');

    await expectStandstill(
      street,
      () => street.as('worker W1').link.revokeDoorCode({ doorId }, { opId: '' }),
      refused('VALIDATION'),
    );
  });

  it('ends its codes, and once ended there are none left to end', async () => {
    const { id: doorId } = street.door('苹果花园 3-2-502');

    const first = dataOf(await street.as('worker W1').link.revokeDoorCode({ doorId }));
    const second = await street.as('worker W2').link.revokeDoorCode({ doorId });

    expect(first).toEqual({ revoked: 1 });
    expect(second).toEqual(accepted({ revoked: 0 }));
    const links = await street.all<LinkDocument>('links', { targetId: doorId });
    expect(links.map(({ state }) => state)).toEqual(['revoked']);
    const [event] = await street.events();
    expect(event?.audit).toMatchObject({
      action: 'link.revoke',
      actAs: 'GW',
      objects: [doorId],
      fields: ['link'],
    });
  });
});
