/** A building head fills for a neighbour, on the neighbour's word and within a quarter of an hour. */
import type { InvitationDocument, SubmissionDocument } from '../../../cloudfunctions/repositories/documents';
import { codeInInbox, elders, formOf, helping, invitationOf, proxyInput } from '../fixture/invited';
import { CONSENT } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-502');
const QUARTER_MS = 15 * 60_000;
const begin = (person: string, doorId: string, consent = CONSENT) =>
  street.as(person).family.mintInvitation({ doorId, token: newOpId(), aloud: { consent } });
const neighbour = () => street.as('building head H3', null);

describe('fill for a neighbour', () => {
  it('is refused for a door of another building', async () => {
    const call = () => begin('building head H3', street.door('金河湾 1-1-101').id);

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused without the consent that was read aloud, and once the campaign is over', async () => {
    const call = (consent: typeof CONSENT) => () => begin('building head H3', door().id, consent);

    await expectStandstill(street, call({ ...CONSENT, given: false }), refused('CONSENT_REQUIRED'));
    await expectStandstill(street, call({ ...CONSENT, noticeVersion: '0' }), refused('CONSENT_REQUIRED'));
    await street.changeCampaign({ closesOn: '2026-03-01' });
    await expectStandstill(street, call(CONSENT), refused('PURPOSE_CLOSED'));
  });

  it('is the building head’s own from the start, and nobody else’s', async () => {
    const { token, invitationId } = await helping(street, door());

    expect(await invitationOf(street, { token, invitationId })).toMatchObject({
      state: 'filling',
      acceptedBy: street.userId('building head H3'),
      noticeVersion: CONSENT.noticeVersion,
      expiresAt: START + QUARTER_MS,
    });
    expect(dataOf(await neighbour().family.readInvitation({ invitationId }))).toMatchObject({
      stage: 'filling',
      isAloud: true,
    });
    const others = () => street.as('outsider X', null).census.submitForm(proxyInput({ token, invitationId }));
    await expectStandstill(street, others, refused('NOT_FOUND'));
  });

  it('keeps no draft in the cloud', async () => {
    const { invitationId } = await helping(street, door());
    const draft = { answers: { headName: '孟德福' }, question: '' };
    const call = () => neighbour().family.saveDraft({ invitationId, baseVersion: 0, draft });

    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'filling' }));
  });

  it('is over after a quarter of an hour; another word of the household begins another', async () => {
    const first = await helping(street, door());
    await street.clock.set(START + QUARTER_MS);
    const late = () => neighbour().census.submitForm(proxyInput(first));

    await expectStandstill(street, late, refused('EXPIRED'));
    const second = await helping(street, door());
    dataOf(await neighbour().census.submitForm(proxyInput(second)));
    expect(await street.all<InvitationDocument>('invitations', { state: 'sent' })).toHaveLength(1);
  });

  it('waits for the household with the filler on record, and is confirmed by the spoken code', async () => {
    const invited = await helping(street, door());
    const helper = { name: '关照明', relation: 9 } as const;
    // As what somebody fills is not the form's to say.
    dataOf(await neighbour().census.submitForm(proxyInput(invited, { fillRole: 1, helper })));
    const { formId = '' } = await invitationOf(street, invited);
    const code = await codeInInbox(street, 'building head H3');
    const form = await formOf(street, { ...invited, formId, code });
    const { id: doorId } = door();
    const seen = dataOf(await street.as('worker W1').census.readDoor({ doorId }));

    expect(form).toMatchObject({ state: 'waiting', channel: 'family' });
    expect(seen.waiting[0]?.form).toMatchObject({ fillRole: 5, helper: { name: '关*明', relation: 9 } });
    const proof = { by: 'code', code } as const;
    const confirmed = await street
      .as('worker W1')
      .census.confirmProxy({ formId, version: 1, verdict: 'confirm', proof });
    expect(confirmed).toEqual(accepted(expect.objectContaining({ outcome: 'confirmed' })));
    const after = await street.stored<SubmissionDocument>('submissions', formId);
    expect(after?.state).toBe('accepted');
    // Filling gives no way into the household: it is not the building head's.
    const own = neighbour().census.submitForm({ ...proxyInput(invited), form: elders() });
    expect(await own).toEqual(refused('WRONG_STATE', { state: 'sent' }));
  });
});
