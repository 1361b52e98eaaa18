import { acceptedBy, filledFor, invitationOf } from '../fixture/invited';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const draft = { answers: { headName: '孟德福' }, question: '' };
const calls = (person: string) => street.as(person, null).family;

describe('delete a draft', () => {
  it('is refused for an invitation that is not there or somebody else’s, and to staff', async () => {
    const { invitationId } = await acceptedBy(street, door());

    await expectStandstill(
      street,
      () => calls('resident B').deleteDraft({ invitationId: 'x' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => calls('outsider X').deleteDraft({ invitationId }),
      refused('NOT_FOUND'),
    );
    const staff = () => street.as('worker W1').family.deleteDraft({ invitationId });
    await expectStandstill(street, staff, refused('FORBIDDEN'));
  });

  it('is refused once the form is sent', async () => {
    const { invitationId } = await filledFor(street, door());

    const call = () => calls('resident B').deleteDraft({ invitationId });

    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'sent' }));
  });

  it('leaves nothing of the answers, and the invitation to its owner', async () => {
    const invited = await acceptedBy(street, door());
    const { invitationId } = invited;
    dataOf(await calls('resident B').saveDraft({ invitationId, baseVersion: 0, draft }));

    expect(await calls('resident B').deleteDraft({ invitationId })).toEqual(accepted({ version: 2 }));

    expect((await invitationOf(street, invited)).sealedDraft).toBeUndefined();
    expect(dataOf(await calls('resident B').readInvitation({ invitationId }))).toMatchObject({
      stage: 'filling',
    });
  });
});
