/** Whoever handed a form in reads it back while it waits, and hands it in again changed. */
import type { SubmissionDocument, TaskDocument } from '../../../cloudfunctions/repositories/documents';
import { openSubmission } from '../../../cloudfunctions/records/sealed-form';
import { elders, filledFor, formOf, helping, invitationOf, proxyInput, wrongCode } from '../fixture/invited';
import { CONSENT, handIn, memberKey, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  filledForm,
  newOpId,
  openStreet,
  refused,
  type TestStreet,
} from '../fixture/street';
import { askedBy } from './asked-household';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** Of region 000000, with its right check character. */
const ID_NUMBER = '000000195206170017';

const door = () => street.door('苹果花园 3-2-502');
const sender = (person = 'resident A') => street.as(person, null).census;
const readBack = ({ opId }: { opId: string }, person?: string) => sender(person).readOwnForm({ opId });
const NOWHERE = { opId: 'nobody' };
const changedTo = (formId: string, form = filledForm({ contactOk: true })) => ({
  place: { by: 'form', formId } as const,
  form,
  consent: CONSENT,
});
const change = (formId: string, person?: string, form?: ReturnType<typeof filledForm>) =>
  sender(person).submitForm(changedTo(formId, form));

async function slot() {
  const { unitId, slot: at } = door();
  return (await street.stored<{ slots: Record<string, unknown> }>('walls', unitId))?.slots[String(at)];
}

async function stored(formId: string): Promise<SubmissionDocument> {
  const form = await street.stored<SubmissionDocument>('submissions', formId);
  if (form === undefined) throw new Error('the form is gone');
  return form;
}

async function decide(form: SubmissionDocument, verdict: 'confirm' | 'reject'): Promise<void> {
  const { _id: formId, version } = form;
  dataOf(await street.as('worker W1').census.decideForm({ formId, version, verdict }));
}

/** The form that waits now. */
async function waiting(): Promise<SubmissionDocument> {
  const forms = await street.all<SubmissionDocument>('submissions', { doorId: door().id, state: 'waiting' });
  expect(forms).toHaveLength(1);
  return forms[0] as SubmissionDocument;
}

describe('read the own form', () => {
  it('is refused for a form that is not there and for anybody else’s, in the same words', async () => {
    const form = await handIn(street, door());

    const [absent, foreign] = [await readBack(NOWHERE), await readBack(form, 'outsider X')];
    for (const call of [() => readBack(NOWHERE), () => readBack(form, 'outsider X')]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    const wordsOf = (reply: unknown): string => JSON.stringify({ ...(reply as object), requestId: '' });
    expect(wordsOf(foreign).replace(/"requestId":"[^"]*"/g, '')).toBe(
      wordsOf(absent).replace(/"requestId":"[^"]*"/g, ''),
    );
    await expectStandstill(street, () => change(form._id, 'outsider X'), refused('NOT_FOUND'));
    await expectStandstill(street, () => change('nobody'), refused('NOT_FOUND'));
  });

  it('is refused in a seat, to the worker of the door like to anybody', async () => {
    const { opId } = await handIn(street, door());

    for (const person of ['worker W1', 'head H3', 'community S', 'auditor Q']) {
      const call = () => street.as(person).census.readOwnForm({ opId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused once the campaign is over', async () => {
    const form = await handIn(street, door());
    await street.changeCampaign({ isOpen: false });

    await expectStandstill(street, () => readBack(form), refused('PURPOSE_CLOSED'));
    await expectStandstill(street, () => change(form._id), refused('PURPOSE_CLOSED'));
  });

  it.each([
    ['confirm', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('is refused after %s, and so is the change', async (verdict, state) => {
    const form = await handIn(street, door());
    await decide(form, verdict);

    await expectStandstill(street, () => readBack(form), refused('WRONG_STATE', { state }));
    await expectStandstill(street, () => change(form._id), refused('WRONG_STATE', { state }));
  });

  it('is refused for a form that was filled on a household’s word', async () => {
    const invited = await helping(street, door());
    const head = 'building head H3';
    dataOf(await sender(head).submitForm(proxyInput(invited)));
    const { formId = '' } = await invitationOf(street, invited);

    const aloud = refused('WRONG_STATE', { state: 'aloud' });
    await expectStandstill(street, () => sender(head).readOwnForm({ doorId: door().id }), aloud);
    await expectStandstill(street, () => change(formId, head, elders()), aloud);
  });

  it('answers what was typed, without numbers of documents, and leaves a record that names no value', async () => {
    await street.changeCampaign({ idNumberMode: 'full' });
    const [head, ...others] = filledForm().members;
    const members = [{ ...head, idNumber: ID_NUMBER }, ...others] as ReturnType<typeof filledForm>['members'];
    const reasons = { [`idAge.${memberKey(0)}`]: '没点错，就是这样' };
    const form = await handIn(street, door(), { form: { members, reasons } });

    const reply = await readBack(form);

    const { plate, noticeVersion } = form;
    expect(reply).toEqual(
      accepted({
        formId: form._id,
        doorId: door().id,
        plate,
        noticeVersion,
        form: { ...filledForm(), reasons },
      }),
    );
    const event = (await street.events()).find(({ audit }) => audit.action === 'form.readOwn');
    expect(event?.audit).toMatchObject({ fields: ['form'], actAs: 'VI' });
    expect(JSON.stringify(event)).not.toMatch(/王建国|10012345678/);

    dataOf(await change(form._id, 'resident A', filledForm({ contactOk: true, reasons })));
    expect(openSubmission(street.keyring, await waiting()).members[0]?.idNumber).toBe(ID_NUMBER);
  });

  it('has its limit', async () => {
    const form = await handIn(street, door());
    for (let count = 0; count < 10; count += 1) dataOf(await readBack(form));

    expect(await readBack(form)).toMatchObject({ ok: false, problem: { code: 'RATE_LIMITED' } });
  });
});

describe('hand the own form in again', () => {
  it('takes the place of the earlier one, whose words end, and the parts that changed are named', async () => {
    const former = await handIn(street, door());
    const before = await slot();

    const { receipt, state } = dataOf(await change(former._id));

    const next = await waiting();
    expect([state, receipt.code]).toEqual(['waiting', former.receiptCode]);
    expect(openSubmission(street.keyring, next)).toEqual(filledForm({ contactOk: true }));
    expect(next).toMatchObject({ channel: former.channel, doorId: former.doorId });
    expect(await stored(former._id)).toMatchObject({
      state: 'rejected',
      sealedForm: '',
      replacedBy: next._id,
    });
    expect(await slot()).toEqual(before);
    const event = (await street.events()).find(({ audit }) => audit.objects[0] === next._id);
    expect(event?.audit).toMatchObject({ action: 'form.submit', fields: ['contactOk'] });
    expect(event?.audit.objects).toEqual([next._id, door().id, former._id]);
    // The earlier receipt speaks for the form that waits, and nobody is told that one was sent back.
    const old = dataOf(await sender().readReceipt({ opId: former.opId }));
    expect(old).toMatchObject({ formId: next._id, state: 'waiting' });
  });

  it('of two phones of one account lets the first one in, and the other reads what it wrote', async () => {
    const form = await handIn(street, door());
    const { _id } = form;
    const others = filledForm({ suggestion: '路灯不亮' });

    const replies = await Promise.all([change(_id), change(_id, 'resident A', others)]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toEqual(refused('STALE_VERSION'));
    const next = await waiting();
    await expectStandstill(street, () => change(_id), refused('STALE_VERSION'));
    const { formId, form: words } = dataOf(await readBack(form));
    expect([formId, words]).toEqual([next._id, openSubmission(street.keyring, next)]);
  });

  it('is done once, though its answer was lost', async () => {
    const { _id } = await handIn(street, door());
    const opId = newOpId();
    const first = await sender().submitForm(changedTo(_id), { opId });

    const again = await sender().submitForm(changedTo(_id), { opId, again: true });

    expect(again).toEqual({ ...first, duplicate: true });
    await waiting();
  });

  it('is refused without consent to the notice in force, and with an answer that is wrong', async () => {
    const { _id } = await handIn(street, door());
    const phone = { number: '1001234567' };

    const unread = { ...changedTo(_id), consent: { given: true, noticeVersion: '0' } };
    await expectStandstill(street, () => sender().submitForm(unread), refused('CONSENT_REQUIRED'));
    const wrong = await change(_id, 'resident A', filledForm({ phone }));
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'VALIDATION', details: { field: 'phone' } } });
    expect((await waiting())._id).toBe(_id);
  });

  it('leads the second worker’s tap on the earlier form nowhere', async () => {
    const { _id: formId, version } = await handIn(street, door());
    dataOf(await change(formId));

    const { census } = street.as('worker W1');
    const call = () => census.decideForm({ formId, version, verdict: 'confirm' });
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'rejected' }));
  });

  it('keeps the code that was told and the wrong ones that were counted', async () => {
    const home = street.door('金河湾 1-1-101');
    const filled = await filledFor(street, home);
    const worker = street.as('worker W1').census;
    const saying = (code: string, formId: string) =>
      worker.confirmProxy({ formId, version: 1, verdict: 'confirm', proof: { by: 'code', code } });
    dataOf(await saying(wrongCode(filled.code), filled.formId));

    const reply = await change(filled.formId, 'resident B', elders({ phone: { number: '10055556666' } }));

    expect(dataOf(reply).invitationId).toBe(filled.invitationId);
    const { formId = '' } = await invitationOf(street, filled);
    expect((await formOf(street, { ...filled, formId })).proxy?.tries).toBe(1);
    expect(dataOf(await saying(filled.code, formId)).outcome).toBe('confirmed');
  });
});

describe('what its sender does not learn', () => {
  it('a form that joined a household in silence reads like one that waits, and is changed like one', async () => {
    const household = await register(street, door());
    const second = await handIn(street, door(), { by: 'outsider X' });
    const before = await readBack(second, 'outsider X');
    const same = { verdict: 'sameHousehold', householdId: household._id } as const;
    dataOf(await street.as('worker W1').census.decideForm({ formId: second._id, version: 1, ...same }));

    expect(await readBack(second, 'outsider X')).toEqual(before);
    expect(dataOf(await change(second._id, 'outsider X')).state).toBe('waiting');
    const next = await waiting();
    expect(next.submittedBy).toBe(street.userId('outsider X'));
    expect(dataOf(await sender('outsider X').readReceipt({ opId: second.opId })).formId).toBe(next._id);
  });

  it('the household’s word about the sender goes with the form, and is asked for once', async () => {
    const { form, resident } = await askedBy(street);
    const asked = await street.count('messages', { kind: 'joinAsked' });
    dataOf(await change(form._id, 'tenant C'));
    const next = (await street.all<SubmissionDocument>('submissions', { doorId: form.doorId })).find(
      ({ _id, state }) => _id !== form._id && state === 'waiting',
    );

    dataOf(await resident.census.answerJoin({ formId: form._id, answer: 'notOurs' }));
    const answered = await stored(next?._id ?? '');
    dataOf(await change(answered._id, 'tenant C', filledForm({ suggestion: '路灯不亮' })));

    const last = await stored((await stored(answered._id)).replacedBy ?? '');
    expect([answered.joinAnswer, last.joinAnswer]).toEqual(['notOurs', 'notOurs']);
    expect(await street.count('messages', { kind: 'joinAsked' })).toBe(asked);
    await decide(last, 'reject');
    expect((await street.all<TaskDocument>('tasks')).map(({ state }) => state)).toEqual(['done']);
  });
});

describe('the last own form', () => {
  it('is found by its door or by nothing, and only by its sender', async () => {
    const { _id } = await handIn(street, door());
    const later = await handIn(street, street.door('苹果花园 3-2-501'));

    const ofDoor = await sender().readReceipt({ doorId: door().id });
    const ofAccount = await sender().readReceipt({});

    expect([dataOf(ofDoor).formId, dataOf(ofAccount).state]).toEqual([_id, 'waiting']);
    expect([_id, later._id]).toContain(dataOf(ofAccount).formId);
    const foreign = () => sender('outsider X').readReceipt({ doorId: door().id });
    await expectStandstill(street, foreign, refused('NOT_FOUND'));
    expect(dataOf(await sender().readReceipt({ opId: later.opId })).formId).toBe(later._id);
  });
});
