import { acceptedBy, elders, filledFor, invitationOf, invite } from '../fixture/invited';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const draft = {
  answers: { headName: '孟德福', members: [{ key: 'aaaaaaaa', relation: 0 as const }] },
  question: '',
};
const calls = (person: string) => street.as(person, null).family;

describe('save a draft', () => {
  it('is refused for an invitation that is not there, not accepted, or somebody else’s', async () => {
    const open = await invite(street, door());
    const taken = await acceptedBy(street, door());

    for (const [person, invitationId] of [
      ['resident B', 'nothing'],
      ['resident B', open.invitationId],
      ['outsider X', taken.invitationId],
      ['worker W1', taken.invitationId],
    ] as const) {
      const call = () => calls(person).saveDraft({ invitationId, baseVersion: 0, draft });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to staff, and with an answer that no form has', async () => {
    const { invitationId } = await acceptedBy(street, door());
    const input = { invitationId, baseVersion: 0, draft };
    const odd = { ...input, draft: { ...draft, answers: { religion: 'none' } } };

    await expectStandstill(
      street,
      () => street.as('worker W1').family.saveDraft(input),
      refused('FORBIDDEN'),
    );
    await expectStandstill(street, () => calls('resident B').saveDraft(odd as never), refused('VALIDATION'));
  });

  it('is refused on a draft that another phone has changed, and once the form is sent', async () => {
    const { invitationId } = await acceptedBy(street, door());
    dataOf(await calls('resident B').saveDraft({ invitationId, baseVersion: 0, draft }));
    const stale = () => calls('resident B').saveDraft({ invitationId, baseVersion: 0, draft });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 1 }));

    const sent = await filledFor(street, street.door('金河湾 1-1-102'));
    const late = () =>
      calls('resident B').saveDraft({ invitationId: sent.invitationId, baseVersion: 0, draft });
    await expectStandstill(street, late, refused('WRONG_STATE'));
  });

  it('keeps it sealed under the invitation, whole, and once for one operation', async () => {
    const invited = await acceptedBy(street, door());
    const { invitationId } = invited;
    const opId = newOpId();
    const save = (again: boolean) =>
      calls('resident B').saveDraft({ invitationId, baseVersion: 0, draft }, { opId, again });

    expect(await save(false)).toEqual(accepted({ version: 1 }));
    expect(await save(true)).toEqual(repeated({ version: 1 }));
    const stored = await invitationOf(street, invited);
    expect(stored).toMatchObject({ draftVersion: 1, state: 'filling' });
    const everything = JSON.stringify([await street.all('invitations'), await street.events()]);
    expect(everything).not.toContain('孟德福');
    expect(dataOf(await calls('resident B').readInvitation({ invitationId })).draft).toEqual(draft);
  });

  it('holds a form of every answer there is', async () => {
    const { invitationId } = await acceptedBy(street, door());
    const whole = { answers: elders({ refused: ['care'], suggestion: '路灯不亮' }), question: 'members' };

    dataOf(await calls('resident B').saveDraft({ invitationId, baseVersion: 0, draft: whole }));

    expect(dataOf(await calls('resident B').readInvitation({ invitationId })).draft).toEqual(whole);
  });
});
