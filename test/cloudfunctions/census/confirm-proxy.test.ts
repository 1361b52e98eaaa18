import type {
  ConflictDocument,
  HouseholdDocument,
  MessageDocument,
  SubmissionDocument,
} from '../../../cloudfunctions/repositories/documents';
import { acceptedBy, filledFor, formOf, proxyInput, wrongCode, type HandedIn } from '../fixture/invited';
import { handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('金河湾 1-1-101');
const withCode = ({ formId }: Pick<HandedIn, 'formId'>, code: string) => ({
  formId,
  version: 1,
  verdict: 'confirm' as const,
  proof: { by: 'code' as const, code },
});
const faceToFace = (form: Pick<HandedIn, 'formId'>, reason?: string) => ({
  ...withCode(form, '0000'),
  proof: { by: 'face' as const },
  ...(reason === undefined ? {} : { reason }),
});
const confirm = (
  person: string,
  input: Parameters<ReturnType<typeof calls>['confirmProxy']>[0],
  options = {},
) => calls(person).confirmProxy(input, options);
const calls = (person: string) => street.as(person).census;

async function lock(filled: HandedIn): Promise<void> {
  for (let by = 1; by <= 3; by += 1) {
    dataOf(await confirm('worker W1', withCode(filled, wrongCode(filled.code, by))));
  }
}

/** What the list of what waits and the wall say of the form at the door. */
async function markedInPerson(): Promise<(boolean | undefined)[]> {
  const { id: doorId, buildingId, unitId, slot } = door();
  const { forms } = dataOf(await calls('worker W1').listWaiting({}));
  const { units } = dataOf(await calls('worker W1').readWall({ buildingId, unitId }));
  const onWall = units[0]?.doors.find((one) => one.slot === slot);
  return [forms.find((form) => form.doorId === doorId)?.inPerson, onWall?.inPerson];
}

describe('confirm at the door what somebody filled for the household', () => {
  it('is refused for a form that is not there or of another grid, and to whom it is not given', async () => {
    const filled = await filledFor(street, door());

    for (const [person, formId, code] of [
      ['worker W1', 'nothing', 'NOT_FOUND'],
      ['worker W2', filled.formId, 'NOT_FOUND'],
      ['building head H3', filled.formId, 'FORBIDDEN'],
      ['office ADM', filled.formId, 'FORBIDDEN'],
    ] as const) {
      const call = () => confirm(person, withCode({ formId }, filled.code));
      await expectStandstill(street, call, refused(code));
    }
  });

  it('is refused for a form that its own household filled, and with a code that is none', async () => {
    const { _id: formId } = await handIn(street, door());
    await expectStandstill(
      street,
      () => confirm('worker W1', withCode({ formId }, '1234')),
      refused('WRONG_STATE'),
    );
    await expectStandstill(
      street,
      () => confirm('worker W1', withCode({ formId }, '12345')),
      refused('VALIDATION'),
    );
  });

  it('is the only way: no other verdict registers such a form', async () => {
    const { formId } = await filledFor(street, door());
    const worker = street.as('worker W1').census;

    const call = () => worker.decideForm({ formId, version: 1, verdict: 'confirm' });

    await expectStandstill(street, call, refused('WRONG_STATE', { proxy: true }));
    const { flagged } = dataOf(await worker.confirmUnit({ unitId: door().unitId }));
    expect(flagged).toBe(1);
    expect(await markedInPerson()).toEqual([true, true]);
    expect((await street.stored<SubmissionDocument>('submissions', formId))?.state).toBe('waiting');
  });

  it('counts a wrong code once for one operation, and locks at the third, the right one included', async () => {
    const filled = await filledFor(street, door());
    const opId = newOpId();
    const wrong = withCode(filled, wrongCode(filled.code));

    expect(dataOf(await confirm('worker W1', wrong, { opId }))).toMatchObject({
      outcome: 'wrongCode',
      triesLeft: 2,
    });
    dataOf(await confirm('worker W1', wrong, { opId, again: true }));
    expect((await formOf(street, filled)).proxy?.tries).toBe(1);
    dataOf(await confirm('worker W1', wrong));
    expect(dataOf(await confirm('worker W1', wrong))).toMatchObject({ outcome: 'locked', triesLeft: 0 });
    const right = () => confirm('worker W1', withCode(filled, filled.code));
    await expectStandstill(
      street,
      right,
      expect.objectContaining({ data: expect.objectContaining({ outcome: 'locked' }) }),
    );
    expect(await street.count('households', { doorId: door().id })).toBe(0);
  });

  it('gives no fourth try to any number of workers at once', async () => {
    const filled = await filledFor(street, door());
    const wrong = [1, 2, 3, 4, 5, 6].map((by) => withCode(filled, wrongCode(filled.code, by)));

    const replies = await Promise.all(wrong.map((input) => confirm('worker W1', input)));

    const outcomes = replies.map((reply) => (reply.ok ? reply.data.outcome : reply.problem.code));
    expect(outcomes.filter((outcome) => outcome === 'wrongCode').length).toBeLessThanOrEqual(2);
    expect((await formOf(street, filled)).proxy?.tries).toBeLessThanOrEqual(3);
  });

  it('is refused face to face before the code is locked, and without a reason after', async () => {
    const filled = await filledFor(street, door());
    const early = () => confirm('worker W1', faceToFace(filled, '老人记不住口令'));
    await expectStandstill(street, early, refused('WRONG_STATE'));
    await lock(filled);

    await expectStandstill(
      street,
      () => confirm('worker W1', faceToFace(filled)),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => confirm('worker W1', faceToFace(filled, '老人是社区矫正的')),
      refused('CONTENT_REJECTED'),
    );
    expect(dataOf(await confirm('worker W1', faceToFace(filled, '老人记不住口令')))).toMatchObject({
      outcome: 'confirmed',
    });
  });

  it('is refused with a correction that no form may hold, and on a version that has passed', async () => {
    const filled = await filledFor(street, door());
    const input = withCode(filled, filled.code);

    await expectStandstill(
      street,
      () => confirm('worker W1', { ...input, corrections: { phone: { number: '12' } } }),
      refused('VALIDATION', { field: 'phone' }),
    );
    await expectStandstill(
      street,
      () => confirm('worker W1', { ...input, version: 7 }),
      refused('STALE_VERSION'),
    );
  });

  it('keeps masked answers as they were filled, and corrects only what was said otherwise', async () => {
    const filled = await filledFor(street, door());
    const [waiting] = dataOf(await calls('worker W1').readDoor({ doorId: door().id })).waiting;
    const members = waiting?.form.members.map((one) => ({ ...one, ageBand: '80+' as const })) ?? [];

    dataOf(await confirm('worker W1', { ...withCode(filled, filled.code), corrections: { members } }));

    const [household] = await street.all<HouseholdDocument>('households', { doorId: door().id });
    expect(household?.members.map(({ name, ageBand }) => [name, ageBand])).toEqual([
      ['孟德福', '80+'],
      ['宁秀兰', '80+'],
    ]);
    const conflicts = await street.all<ConflictDocument>('conflicts', { householdId: household?._id });
    expect(conflicts.map(({ field, state }) => [field, state])).toEqual([['members', 'settled']]);
  });

  it('tells the filler, leaves nobody bound, and holds the code in the clear nowhere', async () => {
    const filled = await filledFor(street, door());
    dataOf(await confirm('worker W1', withCode(filled, filled.code)));

    expect(await markedInPerson()).toEqual([undefined, undefined]);
    const told = await street.all<MessageDocument>('messages', { userId: street.userId('resident B') });
    expect(told.map(({ kind }) => kind).sort()).toEqual(['proxyConfirmed', 'spokenCode']);
    expect(new Set(told.map(({ link }) => link)).size).toBe(1);
    expect(await street.count('assignments', { userId: street.userId('resident B') })).toBe(0);
    expect(JSON.stringify(told.map(({ values }) => values))).not.toContain(filled.code);
    const events = (await street.events()).map(({ answer = '' }) => answer);
    expect(events.some((answer) => answer.includes(`"${filled.code}"`))).toBe(false);
  });
});

describe('hand in a form by an invitation', () => {
  it('is refused to everybody but its owner, in a seat, without the helper, and a second time', async () => {
    const invited = await acceptedBy(street, door());
    const input = proxyInput(invited);
    const { form, ...rest } = input;
    const { helper, ...unsigned } = form;
    const send = (person: string, sent: typeof input) => () =>
      street.as(person, null).census.submitForm(sent);

    expect(helper).toBeDefined();
    await expectStandstill(street, send('outsider X', input), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('worker W1').census.submitForm(input),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      send('resident B', { ...rest, form: unsigned }),
      refused('VALIDATION', { field: 'helper' }),
    );
    dataOf(await send('resident B', input)());
    await expectStandstill(street, send('resident B', input), refused('WRONG_STATE', { state: 'sent' }));
  });

  it('ends the work that a household’s “not ours” asked for', async () => {
    await register(street, door());
    const { formId, code } = await filledFor(street, door());
    const resident = await street.seated('resident A');
    dataOf(await resident.census.answerJoin({ formId, answer: 'notOurs' }));
    const open = () => street.count('tasks', { kind: 'joinRequest', state: 'open' });
    const before = await open();

    const input = { ...withCode({ formId }, code), version: 2, verdict: 'secondHousehold' } as const;
    dataOf(await confirm('worker W1', input));

    expect([before, await open()]).toEqual([1, 0]);
  });
});
