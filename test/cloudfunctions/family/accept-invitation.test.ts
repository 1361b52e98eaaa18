import { acceptedBy, invitationOf, invite } from '../fixture/invited';
import { CONSENT } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const plain = expect.objectContaining({ data: expect.objectContaining({ verdict: 'plain' }) });

describe('accept an invitation', () => {
  it('is refused for a token that nobody sent', async () => {
    const call = () =>
      street.as('outsider X').family.acceptInvitation({ token: newOpId(), consent: CONSENT });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused in a seat: nobody fills for others as an office', async () => {
    const { token } = await invite(street, door());
    const call = () => street.as('worker W2').family.acceptInvitation({ token, consent: CONSENT });

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('is refused without consent to the notice in force, and once the campaign is over', async () => {
    const { token } = await invite(street, door());
    const accept = (consent: typeof CONSENT) => () =>
      street.as('resident B', null).family.acceptInvitation({ token, consent });

    await expectStandstill(street, accept({ ...CONSENT, given: false }), refused('CONSENT_REQUIRED'));
    await expectStandstill(street, accept({ ...CONSENT, noticeVersion: '0' }), refused('CONSENT_REQUIRED'));
    await street.changeCampaign({ closesOn: '2026-03-01' });
    await expectStandstill(street, accept(CONSENT), refused('PURPOSE_CLOSED'));
  });

  it('changes nothing for anybody after the first, for its sender, and after its day', async () => {
    const used = await acceptedBy(street, door());
    const fresh = await invite(street, door());
    const accept = (person: string, token: string) => () =>
      street.as(person, null).family.acceptInvitation({ token, consent: CONSENT });

    await expectStandstill(street, accept('outsider X', used.token), plain);
    await expectStandstill(street, accept('worker W1', fresh.token), plain);
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    await expectStandstill(street, accept('outsider X', fresh.token), plain);
    expect((await invitationOf(street, used)).acceptedBy).toBe(street.userId('resident B'));
  });

  it('binds it to the caller, once, and again to the same one', async () => {
    const { token, invitationId } = await invite(street, door());
    const opId = newOpId();
    const accept = (options = {}) =>
      street.as('resident B', null).family.acceptInvitation({ token, consent: CONSENT }, options);

    expect(await accept({ opId })).toEqual(accepted({ verdict: 'mine', invitationId }));
    expect(await accept({ opId, again: true })).toEqual(repeated({ verdict: 'mine', invitationId }));
    expect(await accept()).toEqual(accepted({ verdict: 'mine', invitationId }));
    expect(await invitationOf(street, { token, invitationId })).toMatchObject({
      state: 'filling',
      version: 2,
    });
  });

  it('is won by one of many who accept in the same moment', async () => {
    const { token, invitationId } = await invite(street, door());
    const people = ['resident A', 'resident B', 'resident C', 'resident D', 'outsider X'];

    const replies = await Promise.all(
      people.map((person) => street.as(person, null).family.acceptInvitation({ token, consent: CONSENT })),
    );

    const verdicts = replies.map((reply) => dataOf(reply).verdict);
    expect(verdicts.filter((verdict) => verdict === 'mine')).toHaveLength(1);
    const { acceptedBy: winner } = await invitationOf(street, { token, invitationId });
    expect(winner).toBe(street.userId(people[verdicts.indexOf('mine')] ?? ''));
  });
});
