import { coveredPart, emptyHead, shardOf, verifyChain } from '../../../cloudfunctions/audit/chain';
import { linkTrail } from '../../../cloudfunctions/functions/audit/link-trail';
import type {
  AuditHeadDocument,
  AuditLinkDocument,
  EventDocument,
} from '../../../cloudfunctions/repositories/documents';
import { MemoryCloud } from '../export/memory-cloud';
import { keyring } from '../vault/keyring-fixture';

const ACTOR = 'worker1';
const SHARD = shardOf(ACTOR);
const OTHER = ['worker2', 'worker3', 'worker4', 'worker5'].find((actor) => shardOf(actor) !== SHARD) ?? '';

function event(at: number, actor = ACTOR): EventDocument {
  const audit = {
    actor,
    actAs: 'GW',
    action: 'household.edit',
    objects: [],
    fields: [],
    requestId: 'r',
  } as const;
  return {
    _id: `event${at}`,
    at,
    payloadHash: '',
    compoundId: '',
    audit,
    subjects: [],
    rollState: 'done',
    linkState: 'new',
  };
}

function happen(cloud: MemoryCloud, ...events: EventDocument[]): void {
  cloud.fill('events', [...cloud.all<EventDocument>('events'), ...events]);
}

/** Whether every record stands in one link, is marked, and every chain ends in its head. */
function expectLinkedOnce(cloud: MemoryCloud): void {
  const events = cloud.all<EventDocument>('events');
  const links = cloud.all<AuditLinkDocument>('auditLinks').sort((left, right) => left.seq - right.seq);
  const names = events.map(({ _id }) => `e:${_id}`).sort();
  expect(links.flatMap(({ records }) => records).sort()).toEqual(names);
  expect(new Set(events.map(({ linkState }) => linkState))).toEqual(new Set(['done']));
  for (const end of cloud.all<AuditHeadDocument>('auditHeads')) {
    const chain = links.filter(({ shard }) => shard === end.shard);
    const verdict = verifyChain(
      { from: emptyHead(end.shard), links: chain, end },
      (name) => events.flatMap((one) => (name === `e:${one._id}` ? [coveredPart(one)] : []))[0],
    );
    expect(verdict.isIntact).toBe(true);
  }
}

describe('linking the trail', () => {
  it('links every record once wherever two quick runs overtake a slow one', async () => {
    let place = 0;
    let hasOvertaken = true;
    while (hasOvertaken) {
      place += 1;
      hasOvertaken = false;
      const cloud = new MemoryCloud(keyring);
      happen(cloud, event(1), event(2, OTHER));
      const overtake = async (call: number): Promise<void> => {
        if (call !== place) return;
        hasOvertaken = true;
        happen(cloud, event(3));
        await linkTrail(cloud.run({ now: 20 }).context);
        happen(cloud, event(4), event(5, OTHER));
        await linkTrail(cloud.run({ now: 30 }).context);
      };

      await linkTrail(cloud.run({ now: 10, before: overtake }).context);
      happen(cloud, event(6));
      await linkTrail(cloud.run({ now: 40 }).context);

      expectLinkedOnce(cloud);
    }
    expect(place).toBeGreaterThan(10);
  });

  it('goes on wherever runs died, one behind the other', async () => {
    const calls = (cloud: MemoryCloud, limit: number) =>
      linkTrail(cloud.run({ now: 10, calls: limit }).context).catch(() => undefined);
    for (let first = 1; first <= 16; first += 1) {
      for (let second = 1; second <= 16; second += 1) {
        const cloud = new MemoryCloud(keyring);
        happen(cloud, event(1), event(2, OTHER));
        await calls(cloud, first);
        happen(cloud, event(3));
        await calls(cloud, second);
        happen(cloud, event(4));

        await linkTrail(cloud.run({ now: 20 }).context);

        expectLinkedOnce(cloud);
      }
    }
  });

  it('goes on from the head where links were taken away, so that the gap stays to be seen', async () => {
    const cloud = new MemoryCloud(keyring);
    for (const at of [1, 2]) {
      happen(cloud, event(at));
      await linkTrail(cloud.run({ now: 10 }).context);
    }
    const [first] = cloud.all<AuditLinkDocument>('auditLinks');
    if (first === undefined) throw new Error('nothing was linked');
    cloud.fill('auditLinks', [first]);
    happen(cloud, event(3));

    await linkTrail(cloud.run({ now: 20 }).context);

    expect(cloud.all<AuditLinkDocument>('auditLinks').map(({ seq }) => seq)).toEqual([1, 3]);
  });
});
