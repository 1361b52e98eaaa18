import type {
  HouseholdDocument,
  MessageDocument,
  SubmissionDocument,
  TaskDocument,
} from '../../../cloudfunctions/repositories/documents';
import { formFor, handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { askedBy } from './asked-household';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-502');
const asked = () => street.all<MessageDocument>('messages', { kind: 'joinAsked' });
const decide = (formId: string, version: number) => async (verdict: 'sameHousehold' | 'reject') => {
  const [household] = await street.all<HouseholdDocument>('households', { doorId: door().id });
  const which = verdict === 'sameHousehold' ? { householdId: household?._id ?? '' } : {};
  return dataOf(await street.as('worker W1').census.decideForm({ formId, version, verdict, ...which }));
};

describe('a form at a taken door', () => {
  it('asks the household in silence, once, and names nobody', async () => {
    const { form } = await askedBy(street);
    await handIn(street, door(), { by: 'tenant C', form: { headName: '王秀兰' } });

    const [message, ...others] = await asked();

    expect(others).toEqual([]);
    expect(message).toMatchObject({
      userId: street.userId('resident A'),
      values: { place: '苹果花园 3-2-502' },
      link: `/packages/home/pages/join/join?form=${form._id}`,
    });
    await handIn(street, door(), { by: 'elder M' });
    expect((await asked()).map(({ values }) => values.note).sort()).toEqual(['', '又']);
  });

  it('asks nobody at a free door, nor where a form only waits', async () => {
    await handIn(street, door());
    await handIn(street, door(), { by: 'tenant C' });

    expect(await asked()).toEqual([]);
  });

  it('asks also where it came before the household was confirmed, once for each that still waits', async () => {
    const { _id: formId } = await handIn(street, door());
    const earlier = await handIn(street, door(), { by: 'tenant C' });
    await handIn(street, door(), { by: 'elder M' });

    const confirm = { formId, version: 1, verdict: 'confirm' } as const;
    dataOf(await street.as('worker W1').census.decideForm(confirm));

    const messages = await asked();
    expect(messages.map(({ values }) => values.note).sort()).toEqual(['', '又']);
    expect(new Set(messages.map(({ userId }) => userId))).toEqual(new Set([street.userId('resident A')]));
    expect(messages.map(({ link }) => link)).toContain(`/packages/home/pages/join/join?form=${earlier._id}`);
    const { census } = await street.seated('resident A');
    const answer = { formId: earlier._id, answer: 'ours' } as const;
    expect(dataOf(await census.answerJoin(answer))).toEqual({ state: 'ours' });
    const second = { formId: earlier._id, version: 2, verdict: 'secondHousehold' } as const;
    dataOf(await street.as('worker W1').census.decideForm(second));
    // The one that is left was asked of the first household, and is now asked of the second too.
    const late = (await asked()).filter(({ userId }) => userId === street.userId('tenant C'));
    expect(late.map(({ values }) => values.note)).toEqual(['']);
  });

  it('asks nobody after the household took back its consent', async () => {
    const { _id: householdId } = await register(street, door());
    dataOf(await (await street.seated('resident A')).census.withdrawConsent({ householdId }));

    await handIn(street, door(), { by: 'tenant C' });

    expect(await asked()).toEqual([]);
  });

  it('is answered as at a free door, byte for byte, by two at the same moment', async () => {
    await register(street, door());
    const free = street.door('苹果花园 3-2-501');
    const send = (person: string, at: typeof free) => street.as(person).census.submitForm(formFor(at));

    const replies = await Promise.all([
      send('tenant C', door()),
      send('outsider X', door()),
      send('tenant C', free),
      send('outsider X', free),
    ]);

    const shapes = replies.map((reply) => {
      const { receipt, state } = dataOf(reply);
      return [Object.keys(receipt).sort(), receipt.code.length, receipt.plate.compound, state];
    });
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    expect(await asked()).toHaveLength(2);
  });
});

describe('answer for somebody who filled in the own door', () => {
  it('is not found for a form at another door, and refused to its sender', async () => {
    const { form, resident } = await askedBy(street);
    const answer = 'ours' as const;
    const { _id: elsewhere } = await handIn(street, street.door('苹果花园 3-2-501'), { by: 'landlord D' });
    const call = (formId: string) => () => resident.census.answerJoin({ formId, answer });
    await expectStandstill(street, call('nowhere'), refused('NOT_FOUND'));
    await expectStandstill(street, call(elsewhere), refused('NOT_FOUND'));
    const own = () => street.as('tenant C').census.answerJoin({ formId: form._id, answer });
    await expectStandstill(street, own, refused('FORBIDDEN'));
  });

  it('is not valid in other words', async () => {
    const { form, resident } = await askedBy(street);
    const input = { formId: form._id, answer: 'maybe' as 'ours' };
    await expectStandstill(street, () => resident.census.answerJoin(input), refused('VALIDATION'));
  });

  it('is refused after the first word, and after the worker’s', async () => {
    const { form, resident } = await askedBy(street);
    dataOf(await resident.census.answerJoin({ formId: form._id, answer: 'notOurs' }));
    const again = () => resident.census.answerJoin({ formId: form._id, answer: 'ours' });
    await expectStandstill(street, again, refused('WRONG_STATE', { state: 'notOurs' }));
    await decide(form._id, 2)('reject');
    await expectStandstill(street, again, refused('WRONG_STATE', { state: 'over' }));
  });

  it('ours binds nobody before the worker, and binds the sender with the worker’s word', async () => {
    const { form, household, resident } = await askedBy(street);
    dataOf(await resident.census.answerJoin({ formId: form._id, answer: 'ours' }));
    const before = await street.stored<HouseholdDocument>('households', household._id);
    const shown = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id })).waiting[0];

    await decide(form._id, 2)('sameHousehold');

    expect(before?.accounts).toEqual([street.userId('resident A')]);
    expect(shown?.joinAnswer).toBe('ours');
    const after = await street.stored<HouseholdDocument>('households', household._id);
    expect(after?.accounts).toEqual([street.userId('resident A'), street.userId('tenant C')]);
    const { census } = await street.seated('tenant C');
    expect(dataOf(await census.readMyHousehold({ householdId: household._id })).doorId).toBe(door().id);
  });

  it('notOurs sends a worker, and what is then decided ends the task; the sender hears nothing', async () => {
    const { form, resident } = await askedBy(street);
    const receipt = { opId: form.opId };
    const before = await street.as('tenant C').census.readReceipt(receipt);

    dataOf(await resident.census.answerJoin({ formId: form._id, answer: 'notOurs' }));

    const [task] = await street.all<TaskDocument>('tasks');
    expect(task).toMatchObject({
      kind: 'joinRequest',
      state: 'open',
      doorId: door().id,
      subjectId: form._id,
    });
    expect(await street.as('tenant C').census.readReceipt(receipt)).toEqual(before);
    expect(await street.count('messages', { userId: street.userId('tenant C') })).toBe(0);
    expect((await street.stored<SubmissionDocument>('submissions', form._id))?.state).toBe('waiting');
    await decide(form._id, 2)('reject');
    expect((await street.all<TaskDocument>('tasks'))[0]?.state).toBe('done');
  });

  it('leaves a sender unbound whom the household did not speak for', async () => {
    const { form, household } = await askedBy(street);

    await decide(form._id, 1)('sameHousehold');

    const after = await street.stored<HouseholdDocument>('households', household._id);
    expect(after?.accounts).toEqual([street.userId('resident A')]);
  });
});
