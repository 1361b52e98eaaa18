import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { askedBy } from './asked-household';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read who filled in the own door', () => {
  it('is not found for a form that nobody sent, or one at another door', async () => {
    const { resident } = await askedBy(street);
    const { _id: elsewhere } = await handIn(street, street.door('苹果花园 3-2-501'), { by: 'landlord D' });
    for (const formId of ['nowhere', elsewhere]) {
      await expectStandstill(street, () => resident.census.readJoin({ formId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to the sender, to staff, and to whoever is not bound', async () => {
    const { form } = await askedBy(street);
    for (const person of ['tenant C', 'worker W1', 'head H3', 'community S']) {
      const call = () => street.as(person).census.readJoin({ formId: form._id });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('names the sender masked, the day, and nothing else of the form', async () => {
    const { form, resident } = await askedBy(street);

    expect(await resident.census.readJoin({ formId: form._id })).toEqual(
      accepted({
        plate: { compound: '苹果花园', line: '3-2-502' },
        name: '王*兰',
        sentOn: '2026-03-10',
        state: 'asked',
      }),
    );
  });

  it('is over, without a name, once the worker has decided', async () => {
    const { form, resident } = await askedBy(street);
    const decision = { formId: form._id, version: 1, verdict: 'reject' } as const;
    dataOf(await street.as('worker W1').census.decideForm(decision));

    expect(dataOf(await resident.census.readJoin({ formId: form._id }))).toMatchObject({
      name: '',
      state: 'over',
    });
  });
});
