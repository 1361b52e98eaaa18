import { shardOf } from '../../../cloudfunctions/audit/chain';
import type {
  AuditHeadDocument,
  AuditLinkDocument,
  EventDocument,
} from '../../../cloudfunctions/repositories/documents';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const shard = (): number => shardOf(street.userId('worker W1'));

/** A registration, linked twice, so that the worker's chain has two links. */
async function linked(): Promise<void> {
  await register(street, street.door('苹果花园 3-2-502'));
  await street.runTimer('linkTrail');
  await register(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
  await street.runTimer('linkTrail');
}

describe('verify the trail', () => {
  it('is refused to everybody but the street and the auditor', async () => {
    for (const person of ['outsider X', 'resident A', 'worker W1', 'community S', 'secretary SEC']) {
      const call = () => street.as(person).audit.verify({ shard: 0 });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused for a chain or a place that there is not', async () => {
    for (const odd of [{ shard: -1 }, { shard: 16 }, { shard: 0.5 }, { shard: 0, after: -1 }]) {
      const call = () => street.as('auditor Q').audit.verify(odd);
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('finds chains intact, an empty one too, and every record in one of them', async () => {
    await linked();
    let records = 0;

    for (let number = 0; number < 16; number += 1) {
      const verdict = dataOf(await street.as('auditor Q').audit.verify({ shard: number }));
      expect(verdict.isIntact).toBe(true);
      records += verdict.records;
    }

    expect(records).toBe(await street.count('events'));
    expect(await street.count('events', { linkState: 'new' })).toBe(0);
  });

  it('finds nothing wrong beyond the end, nor in a link that its run has not finished', async () => {
    await linked();
    const verify = async (after?: number) =>
      dataOf(
        await street
          .as('auditor Q')
          .audit.verify({ shard: shard(), ...(after === undefined ? {} : { after }) }),
      );
    const heads = await street.all<AuditHeadDocument>('auditHeads');
    const links = await street.all<AuditLinkDocument>('auditLinks', { shard: shard(), seq: 1 });
    const hash = links[0]?.hash ?? '';

    const beyond = [await verify(2), await verify(3), await verify(1_000_000)];
    await street.replaceAll(
      'auditHeads',
      heads.map((head) => (head.shard === shard() ? { ...head, seq: 1, hash } : head)),
    );
    const unfinished = await verify();

    expect(beyond).toEqual(Array(3).fill({ isIntact: true, links: 0, records: 0 }));
    expect(unfinished).toMatchObject({ isIntact: true, links: 1 });
  });

  it('notices that a head was taken away, and a link that is gone from the middle', async () => {
    await linked();
    const heads = await street.all<AuditHeadDocument>('auditHeads');
    const links = await street.all<AuditLinkDocument>('auditLinks');
    const verify = async (after: number) =>
      dataOf(await street.as('auditor Q').audit.verify({ shard: shard(), after }));
    await street.replaceAll(
      'auditHeads',
      heads.filter((head) => head.shard !== shard()),
    );
    const headless = await verify(0);
    await street.replaceAll('auditHeads', heads);
    await street.replaceAll(
      'auditLinks',
      links.filter((link) => link.shard !== shard() || link.seq !== 1),
    );

    expect(headless.isIntact).toBe(false);
    expect(await verify(1)).toMatchObject({ isIntact: false, firstBadSeq: 2 });
  });

  it('links nothing twice when the timer runs again', async () => {
    await linked();
    const links = await street.count('auditLinks');

    await street.runTimer('linkTrail');

    expect(await street.count('auditLinks')).toBe(links);
  });

  it('names the first link that an altered record breaks', async () => {
    await linked();
    const links = await street.all<AuditLinkDocument>('auditLinks', { shard: shard() });
    const second = links.find(({ seq }) => seq === 2);
    const victim = second?.records[0]?.slice(2);
    const events = await street.all<EventDocument>('events');
    const forged = events.map((event) =>
      event._id === victim ? { ...event, audit: { ...event.audit, fields: ['reject'] } } : event,
    );
    await street.replaceAll('events', forged);

    const verdict = dataOf(await street.as('auditor Q').audit.verify({ shard: shard() }));

    expect(verdict).toMatchObject({ isIntact: false, firstBadSeq: 2 });
  });

  it('notices a record that was taken away, and a chain that was cut off', async () => {
    await linked();
    const events = await street.all<EventDocument>('events');
    const links = await street.all<AuditLinkDocument>('auditLinks');
    await street.replaceAll(
      'events',
      events.filter(({ audit }) => audit.actor !== street.userId('worker W1')),
    );
    const robbed = dataOf(await street.as('auditor Q').audit.verify({ shard: shard() }));
    await street.replaceAll('events', events);
    await street.replaceAll(
      'auditLinks',
      links.filter((link) => link.shard !== shard() || link.seq < 2),
    );
    const cut = dataOf(await street.as('auditor Q').audit.verify({ shard: shard() }));

    expect(robbed).toMatchObject({ isIntact: false, firstBadSeq: 1 });
    expect(cut).toMatchObject({ isIntact: false, firstBadSeq: 2 });
  });
});
