import type { HouseholdForm } from '@domain/census/household-form';
import type { Draft } from '../../miniprogram/services/draft';
import type * as drafts from '../../miniprogram/services/drafts';
import type * as network from '../../miniprogram/services/network';
import type * as outbox from '../../miniprogram/services/outbox';
import type * as receipts from '../../miniprogram/services/receipts';
import type * as submission from '../../miniprogram/services/submission';
import { FakePhone, refused, settle } from './fake-phone';

const FORM: HouseholdForm = {
  useState: 3,
  fillRole: 1,
  phone: { number: '10000000001' },
  liveCount: 0,
  hukouOnlyCount: 0,
  members: [],
  vehicles: [],
  care: [],
  contactOk: false,
  reasons: {},
};
const DRAFT: Draft = {
  doorId: 'unit-3',
  place: { by: 'scene', scene: 'H.7F3K9Q2PX4.d1' },
  plate: { compound: '苹果花园', line: '3-2-502' },
  consent: { given: true, noticeVersion: '1' },
  answers: FORM,
  channel: undefined,
  actAs: 'nobody',
  baseVersion: undefined,
  question: '',
  opId: undefined,
  savedAt: 0,
};

interface Services {
  drafts: typeof drafts;
  outbox: typeof outbox;
  network: typeof network;
  submission: typeof submission;
  receipts: typeof receipts;
}

function start(phone: FakePhone): Services {
  phone.restart();
  const services = {
    drafts: jest.requireActual<Services['drafts']>('../../miniprogram/services/drafts'),
    outbox: jest.requireActual<Services['outbox']>('../../miniprogram/services/outbox'),
    network: jest.requireActual<Services['network']>('../../miniprogram/services/network'),
    submission: jest.requireActual<Services['submission']>('../../miniprogram/services/submission'),
    receipts: jest.requireActual<Services['receipts']>('../../miniprogram/services/receipts'),
  };
  services.network.watchNetwork();
  services.outbox.startOutbox();
  return services;
}

async function stateOf({ outbox }: Services, opId: string): Promise<string | undefined> {
  return (await outbox.findInOutbox(opId))?.state;
}

describe('handing in a form', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'Date'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves one record, a saved entry and no draft', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    await services.drafts.saveDraft(DRAFT);

    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();

    expect([...phone.records.keys()]).toEqual([opId]);
    expect(await stateOf(services, opId)).toBe('saved');
    expect(await services.drafts.findDraft(DRAFT.doorId)).toBeUndefined();
    expect(phone.calls[0]).not.toHaveProperty('again');
    expect(phone.calls[0]).not.toHaveProperty('actAs');
  });

  it('keeps no form that only lies open, and hands it in like any other', async () => {
    const phone = new FakePhone();
    const { drafts, submission } = start(phone);
    drafts.layOutDraft(DRAFT);

    expect(await drafts.findDraft(DRAFT.doorId)).toBeUndefined();
    expect(await drafts.draftLines()).toEqual([]);
    const laidOut = await drafts.draftToFill(DRAFT.doorId);
    expect(laidOut !== undefined && drafts.isUntouched(laidOut)).toBe(true);
    await submission.handIn(DRAFT, FORM);
    await settle();

    expect(phone.records.size).toBe(1);
    expect(await drafts.draftToFill(DRAFT.doorId)).toBeUndefined();
  });

  it('keeps a form that lay open from its first change on', async () => {
    const { drafts } = start(new FakePhone());
    drafts.layOutDraft(DRAFT);

    await drafts.saveDraft({ ...DRAFT, question: 'phone' });

    expect(await drafts.draftLines()).toMatchObject([{ doorId: DRAFT.doorId }]);
    expect(await drafts.draftToFill(DRAFT.doorId)).toMatchObject({ question: 'phone' });
  });

  // Every step into storage or cloud is a place where a phone may die; 30 is beyond the last one.
  it.each(Array.from({ length: 30 }, (_, step) => step))(
    'leaves exactly one record when the phone dies at step %i',
    async (step) => {
      const phone = new FakePhone();
      const first = start(phone);
      await first.drafts.saveDraft(DRAFT);
      phone.dieAfter(step);
      void first.submission.handIn(DRAFT, FORM);
      await settle();

      const second = start(phone);
      await second.outbox.flushOutbox('now');
      const left = await second.drafts.findDraft(DRAFT.doorId);
      if (left !== undefined) await second.submission.handIn(left, FORM);
      await settle();

      expect(phone.records.size).toBe(1);
      expect(await second.drafts.findDraft(DRAFT.doorId)).toBeUndefined();
      const entries = await second.outbox.outboxEntries();
      expect(entries.map(({ state }) => state)).toEqual(['saved']);
    },
  );

  it('is sent again, and says so, when the answer was lost', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.losesAnswers = true;

    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();
    phone.losesAnswers = false;
    await services.outbox.flushOutbox('now');

    expect(phone.calls.map(({ again }) => again)).toEqual([undefined, true]);
    expect(phone.calls.map((call) => call.opId)).toEqual([opId, opId]);
    expect(phone.records.size).toBe(1);
    expect(await stateOf(services, opId)).toBe('saved');
  });

  it('waits without a network and goes by itself when it returns', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.setOnline(false);

    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();
    expect(phone.records.size).toBe(0);
    expect((await services.outbox.findInOutbox(opId))?.problem?.code).toBe('OFFLINE');
    phone.setOnline(true);
    await settle();

    expect(phone.records.size).toBe(1);
    expect(await stateOf(services, opId)).toBe('saved');
  });

  it('parks after five refusals, keeps everything, and is sent no more', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.answer = () => refused('VALIDATION', { field: 'phone' });

    const { opId } = await services.submission.handIn(DRAFT, FORM);
    for (let round = 0; round < 7; round += 1) await services.outbox.flushOutbox('now');
    await settle();

    const entry = await services.outbox.findInOutbox(opId);
    expect(entry?.state).toBe('parked');
    expect(entry?.input).toMatchObject({ form: { phone: { number: '10000000001' } } });
    expect(phone.calls).toHaveLength(5);
  });

  it('does not count a fault of the cloud as a refusal', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.answer = () => refused('INTERNAL');

    const { opId } = await services.submission.handIn(DRAFT, FORM);
    for (let round = 0; round < 7; round += 1) await services.outbox.flushOutbox('now');

    expect(await services.outbox.findInOutbox(opId)).toMatchObject({ state: 'queued', rejections: 0 });
  });

  it('shows a mismatch as a refusal and leaves the first record alone', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    await services.submission.handIn({ ...DRAFT, opId: 'a'.repeat(26) }, FORM);
    await settle();
    await services.outbox.removeFromOutbox('a'.repeat(26));

    await services.submission.handIn({ ...DRAFT, opId: 'a'.repeat(26) }, { ...FORM, liveCount: 1 });
    await settle();

    const entry = await services.outbox.findInOutbox('a'.repeat(26));
    expect(entry?.problem?.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(phone.records.get('a'.repeat(26))).toMatchObject({ form: { liveCount: 0 } });
  });

  it('keeps what was sent until a later call has read it back, and then wipes it', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();
    expect(phone.storage.get(`outbox:${opId}`)).toContain('10000000001');

    await services.outbox.confirmInOutbox(opId);

    expect(phone.storage.get(`outbox:${opId}`)).not.toContain('10000000001');
    expect(await stateOf(services, opId)).toBe('confirmed');
  });

  it('reads a waiting form back by its receipt, and sends it again when the street lost it', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const found = { ok: true, data: { receipt: {}, state: 'waiting' } };
    phone.answer = () => found;
    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();
    phone.answer = ({ procedure }) => (procedure === 'readReceipt' ? refused('NOT_FOUND') : found);
    services.receipts.readBackLater();
    jest.advanceTimersByTime(5000);
    await settle();
    expect(await stateOf(services, opId)).toBe('saved');
    expect(phone.calls.map(({ procedure }) => procedure)).toEqual([
      'submitForm',
      'readReceipt',
      'submitForm',
    ]);

    phone.answer = () => found;
    services.receipts.readBackLater();
    jest.advanceTimersByTime(5000);
    await settle();

    expect(await stateOf(services, opId)).toBe('confirmed');
  });

  it('asks at once about the receipt that is looked at, and knows what took its place or was deleted', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const reply = (formId: string) => ({ ok: true, data: { receipt: {}, state: 'waiting', formId } });
    phone.answer = () => reply('form1');
    const { opId } = await services.submission.handIn(DRAFT, FORM);
    const look = async (answer: unknown): Promise<unknown> => {
      phone.answer = () => answer;
      await services.receipts.readBackNow(opId);
      return (await services.outbox.findInOutbox(opId))?.answer;
    };
    await services.receipts.readBackNow(opId);
    expect(phone.calls.map(({ procedure }) => procedure)).not.toContain('readReceipt');
    await settle();

    expect(await look(reply('form1'))).toMatchObject({ isReplaced: false });
    expect(await look(reply('form2'))).toMatchObject({ isReplaced: true });
    expect(await look(refused('NOT_FOUND'))).toMatchObject({ state: 'over' });
    const asked = phone.calls.length;
    await services.receipts.readBackNow(opId);
    expect(phone.calls).toHaveLength(asked);
  });

  it('keeps forms and drafts sealed', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    await services.drafts.saveDraft(DRAFT);
    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();

    expect([...phone.sealed].sort()).toEqual(['draft:unit-3', 'drafts', `outbox:${opId}`]);
  });

  it('holds back later entries of one household and not those of another', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.answer = ({ input }) =>
      (input as { form: HouseholdForm }).form.liveCount === 9
        ? refused('RATE_LIMITED')
        : { ok: true, data: {} };
    phone.setOnline(false);
    await services.submission.handIn(DRAFT, { ...FORM, liveCount: 9 });
    await services.submission.handIn(DRAFT, FORM);
    await services.submission.handIn({ ...DRAFT, doorId: 'unit-4' }, FORM);
    await settle();
    phone.setOnline(true);
    await settle();

    const states = (await services.outbox.outboxEntries()).map(({ group, state }) => `${group} ${state}`);
    expect(states.sort()).toEqual(['door:unit-3 queued', 'door:unit-3 queued', 'door:unit-4 saved']);
  });
});

describe('a draft', () => {
  it('is there after a restart, with the last change', async () => {
    const phone = new FakePhone();
    const first = start(phone);
    void first.drafts.saveDraft(DRAFT);
    void first.drafts.saveDraft({ ...DRAFT, answers: { ...FORM, headName: '王' } });
    void first.drafts.saveDraft({ ...DRAFT, answers: { ...FORM, headName: '王建国' } });
    await settle();

    const second = start(phone);

    expect((await second.drafts.findDraft(DRAFT.doorId))?.answers.headName).toBe('王建国');
    expect((await second.drafts.draftLines()).map(({ doorId }) => doorId)).toEqual(['unit-3']);
  });

  it('is cleared away once its operation waits in the outbox', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const { opId } = await services.submission.handIn(DRAFT, FORM);
    await settle();
    await services.drafts.saveDraft({ ...DRAFT, opId });

    expect(await services.drafts.findDraft(DRAFT.doorId)).toBeUndefined();
    expect(await services.drafts.draftLines()).toEqual([]);
  });

  it('goes after seven days', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(Date.UTC(2026, 10, 1));
    await services.drafts.saveDraft(DRAFT);
    clock.mockReturnValue(Date.UTC(2026, 10, 9));

    expect(await services.drafts.findDraft(DRAFT.doorId)).toBeUndefined();
    clock.mockRestore();
  });
});
