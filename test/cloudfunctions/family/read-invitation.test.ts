import { acceptedBy, codeInInbox, filledFor, invite, wrongCode } from '../fixture/invited';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const calls = (person: string) => street.as(person, null).family;

describe('read the own invitation', () => {
  it('is refused for one that is not there, not accepted, or somebody else’s, and to staff', async () => {
    const open = await invite(street, door());
    const { invitationId } = await acceptedBy(street, door());

    for (const call of [
      () => calls('resident B').readInvitation({ invitationId: 'nothing' }),
      () => calls('resident B').readInvitation({ invitationId: open.invitationId }),
      () => calls('outsider X').readInvitation({ invitationId }),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    const staff = () => street.as('worker W1').family.readInvitation({ invitationId });
    await expectStandstill(street, staff, refused('FORBIDDEN'));
  });

  it('shows no draft where there is none', async () => {
    const { invitationId } = await acceptedBy(street, door());

    const reading = dataOf(await calls('resident B').readInvitation({ invitationId }));

    expect(reading).toEqual({
      plate: door().plate,
      doorId: door().id,
      noticeVersion: '1',
      draftVersion: 0,
      stage: 'filling',
    });
  });

  it('shows the receipt and the code of the inbox once the form is sent, and no answer of it', async () => {
    const { invitationId } = await filledFor(street, door());

    const reading = dataOf(await calls('resident B').readInvitation({ invitationId }));

    expect(reading).toMatchObject({ stage: 'sent', spokenCode: await codeInInbox(street, 'resident B') });
    expect(reading.draft).toBeUndefined();
    expect(reading.receipt?.plate).toEqual(door().plate);
  });

  it('shows the code no more once it is locked, and says how it ended', async () => {
    const { invitationId, formId, code } = await filledFor(street, door());
    const worker = street.as('worker W1').census;
    const stage = async () => dataOf(await calls('resident B').readInvitation({ invitationId }));
    const confirm = (said: string) =>
      worker.confirmProxy({ formId, version: 1, verdict: 'confirm', proof: { by: 'code', code: said } });
    for (let by = 1; by <= 3; by += 1) dataOf(await confirm(wrongCode(code, by)));

    expect(await stage()).toMatchObject({ stage: 'locked' });
    expect((await stage()).spokenCode).toBeUndefined();

    dataOf(await worker.decideForm({ formId, version: 1, verdict: 'reject' }));
    expect(await stage()).toMatchObject({ stage: 'returned' });
  });
});
