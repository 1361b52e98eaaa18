import type { SubmissionDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  type Door,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const FIVE_SENDERS = ['resident A', 'child B', 'tenant C', 'landlord D', 'elder K'];
const DOORS = ['101', '102', '201', '202', '301', '302', '401', '402', '501', '502'];
const door = (room: string): Door => street.door(`苹果花园 3-2-${room}`);
const unitId = (): string => door('502').unitId;

/** Forms of different people at so many doors of the untouched unit. */
async function waitingAt(count: number): Promise<SubmissionDocument[]> {
  const forms: SubmissionDocument[] = [];
  for (const [index, room] of DOORS.slice(0, count).entries()) {
    forms.push(await handIn(street, door(room), { by: FIVE_SENDERS[index % 5] ?? '' }));
  }
  return forms;
}

describe('confirm a unit', () => {
  it('is refused for a unit that is not there, or of another grid', async () => {
    for (const unit of ['nowhere', street.door('苹果花园 5-1-101').unitId]) {
      const call = () => street.as('worker W1').census.confirmUnit({ unitId: unit });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to building heads, volunteers, the street and auditors', async () => {
    for (const person of ['outsider X', 'head H3', 'volunteer V1', 'office ADM', 'auditor Q']) {
      const call = () => street.as(person).census.confirmUnit({ unitId: unitId() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('writes nothing where nothing waits', async () => {
    await expectStandstill(
      street,
      () => street.as('worker W1').census.confirmUnit({ unitId: unitId() }),
      accepted({ confirmed: 0, left: 0, flagged: 0 }),
    );
  });

  it('confirms the plain ones and leaves those that want a look', async () => {
    const [first, second] = await waitingAt(2);
    await handIn(street, door('201'), { by: 'outsider X' });
    await handIn(street, door('201'), { by: 'resident A' });
    await handIn(street, door('202'), { by: 'worker W1' });

    const reply = await street.as('worker W1').census.confirmUnit({ unitId: unitId() });

    expect(reply).toEqual(accepted({ confirmed: 2, left: 0, flagged: 3 }));
    for (const form of [first, second]) {
      expect(await street.stored('submissions', form?._id ?? '')).toMatchObject({ state: 'accepted' });
    }
    expect(await street.count('submissions', { unitId: unitId(), state: 'waiting' })).toBe(3);
    const wall = await street.stored<WallDocument>('walls', unitId());
    const states = DOORS.slice(0, 4).map((room) => wall?.slots[String(door(room).slot)]?.state);
    expect(states).toEqual(['filled', 'filled', 'pending', 'pending']);
    const event = (await street.events()).find(({ audit }) => audit.action === 'form.confirm');
    expect(event?.audit.objects).toHaveLength(2);
    expect(event?.subjects).toHaveLength(2);
  });

  it('takes eight at a time and says how many are left', async () => {
    await waitingAt(10);

    const first = dataOf(await street.as('worker W1').census.confirmUnit({ unitId: unitId() }));
    const second = dataOf(await street.as('worker W1').census.confirmUnit({ unitId: unitId() }));

    expect(first).toEqual({ confirmed: 8, left: 2, flagged: 0 });
    expect(second).toEqual({ confirmed: 2, left: 0, flagged: 0 });
    expect(await street.count('households', { unitId: unitId() })).toBe(10);
  });

  it('is done once, however often it is sent', async () => {
    await waitingAt(2);
    const opId = newOpId();
    const worker = street.as('worker W1').census;

    const first = dataOf(await worker.confirmUnit({ unitId: unitId() }, { opId }));
    const again = await worker.confirmUnit({ unitId: unitId() }, { opId, again: true });

    expect(again).toEqual(repeated(first));
    expect(await street.count('households', { unitId: unitId() })).toBe(2);
  });

  it('of two workers at one moment confirms each form once', async () => {
    await waitingAt(4);

    const replies = await Promise.all([
      street.as('worker W1').census.confirmUnit({ unitId: unitId() }),
      street.as('worker W2').census.confirmUnit({ unitId: unitId() }),
    ]);

    expect(replies.map((reply) => dataOf(reply).confirmed).reduce((sum, one) => sum + one)).toBe(4);
    expect(await street.count('households', { unitId: unitId() })).toBe(4);
    expect(await street.count('assignments', { role: 'RE' })).toBe(4);
  });
});
