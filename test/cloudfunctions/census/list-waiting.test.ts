import type { SubmissionDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

interface Waits {
  id: string;
  doorId: string;
  flagged: boolean;
}

async function everything(person: string): Promise<Waits[]> {
  const rows: Waits[] = [];
  let cursor: string | undefined;
  do {
    const page = dataOf(await street.as(person).census.listWaiting(cursor === undefined ? {} : { cursor }));
    expect(page.forms.length).toBeLessThanOrEqual(20);
    rows.push(...page.forms);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

describe('list what waits', () => {
  it('is refused to residents, building heads and auditors', async () => {
    for (const person of ['outsider X', 'head H3', 'auditor Q', 'volunteer V1']) {
      const call = () => street.as(person).census.listWaiting({});
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a cursor that is not ours', async () => {
    await expectStandstill(
      street,
      () => street.as('worker W1').census.listWaiting({ cursor: 'made-up' }),
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it.each(['worker W1', 'community S', 'office ADM', 'leader GL1'])(
    'shows %s every waiting form within reach, each once, and no other',
    async (person) => {
      const all = await street.all<SubmissionDocument>('submissions', { state: 'waiting' });
      const reach: Readonly<Record<string, (form: SubmissionDocument) => boolean>> = {
        'worker W1': ({ gridId }) => [street.area('金果01网格'), street.area('金果03网格')].includes(gridId),
        'community S': ({ communityId }) => communityId === street.area('金果社区'),
        'office ADM': () => true,
        'leader GL1': ({ communityId }) => communityId === street.area('龙泉社区'),
      };
      const expected = all.filter(reach[person] ?? (() => false)).map(({ _id }) => _id);

      const listed = (await everything(person)).map(({ id }) => id);

      expect(expected.length).toBeGreaterThan(0);
      expect([...listed].sort()).toEqual([...expected].sort());
    },
  );

  it('shows that the head of the building doubts a door: its form is to be looked at', async () => {
    const door = street.door('苹果花园 3-2-502');
    const { _id } = await handIn(street, door);
    const isFlagged = async () => {
      const forms = await everything('worker W1');
      return forms.find(({ id }) => id === _id)?.flagged;
    };
    expect(await isFlagged()).toBe(false);

    dataOf(await street.as('head H3').building.confirmDoor({ doorId: door.id, livesHere: 'unsure' }));

    expect(await isFlagged()).toBe(true);
  });

  it('names doors, oldest first, and nobody who lives there', async () => {
    await street.clock.set(street.clock.now() + 60_000);
    const newest = await handIn(street, street.door('苹果花园 3-2-502'));

    const forms = await everything('worker W1');

    expect(forms[forms.length - 1]?.id).toBe(newest._id);
    expect(new Set(forms.flatMap((form) => Object.keys(form)))).toEqual(
      new Set(['id', 'doorId', 'buildingId', 'plate', 'submittedAt', 'flagged', 'beside']),
    );
  });
});
