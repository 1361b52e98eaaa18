import { canonicalJson } from '@domain/kernel/canonical-json';
import fc from 'fast-check';
import {
  appendLink,
  emptyHead,
  headAfter,
  shardOf,
  SHARDS,
  verifyChain,
  type ChainRecord,
} from '../../../cloudfunctions/audit/chain';
import type { AuditLinkDocument, AuditPart } from '../../../cloudfunctions/repositories/documents';

const LINKS = 4;
const RECORDS_OF_LINK = 3;

function record(at: number): ChainRecord {
  const audit: AuditPart = {
    at,
    actor: 'worker1',
    actAs: 'GW',
    action: 'person.revealPhone',
    objects: [`h${at}`],
    fields: ['phone'],
    reason: '上门核对前先打电话',
    requestId: `r${at}`,
  };
  return { name: `e:event${at}`, audit };
}

/** A chain of four links, three records each, as the database holds it. */
function chain() {
  const batches = Array.from({ length: LINKS }, (_, link) =>
    Array.from({ length: RECORDS_OF_LINK }, (__, at) => record(link * RECORDS_OF_LINK + at)),
  );
  const links: AuditLinkDocument[] = [];
  for (const records of batches) {
    const head = links.at(-1) ?? emptyHead(3);
    links.push(appendLink(head, records, 1000 + links.length));
  }
  return { links, audits: new Map(batches.flat().map(({ name, audit }) => [name, audit])) };
}

function verdictOf({ links, audits }: ReturnType<typeof chain>, end = headAfter(chain().links.at(-1)!)) {
  return verifyChain({ from: emptyHead(3), links, end }, (name) => audits.get(name));
}

const broken = (seq: number): unknown => expect.objectContaining({ isIntact: false, firstBadSeq: seq });

describe('an untouched chain', () => {
  it('is intact, counts its records and ends in its head', () => {
    expect(verdictOf(chain())).toEqual({
      isIntact: true,
      records: LINKS * RECORDS_OF_LINK,
      head: headAfter(chain().links.at(-1)!),
    });
  });

  it('is verified in parts that meet', () => {
    const { links, audits } = chain();
    const first = verifyChain({ from: emptyHead(3), links: links.slice(0, 2) }, (name) => audits.get(name));
    const rest = { from: headAfter(links[1]!), links: links.slice(2), end: headAfter(links[3]!) };

    expect(first).toMatchObject({ isIntact: true, records: 6, head: headAfter(links[1]!) });
    expect(verifyChain(rest, (name) => audits.get(name))).toMatchObject({ isIntact: true, records: 6 });
  });

  it('without links is intact', () => {
    expect(verifyChain({ from: emptyHead(3), links: [], end: emptyHead(3) }, () => undefined)).toMatchObject({
      isIntact: true,
      records: 0,
    });
  });

  it('does not mind in which order a database returns the keys of a record', () => {
    const { links, audits } = chain();
    for (const [name, audit] of audits) {
      audits.set(name, Object.fromEntries(Object.entries(audit).reverse()) as unknown as AuditPart);
    }

    expect(verdictOf({ links, audits })).toMatchObject({ isIntact: true });
  });
});

describe('a chain is found broken at the right link after', () => {
  it.each([
    ['at', { at: 1 }],
    ['actor', { actor: 'worker2' }],
    ['role', { actAs: 'CA' as const }],
    ['action', { action: 'household.read' }],
    ['objects', { objects: [] }],
    ['fields', { fields: ['phone', 'name'] }],
    ['reason', { reason: '别的原因' }],
    ['request', { requestId: 'r99' }],
  ])('an edit of a record: %s', (_, edit) => {
    const { links, audits } = chain();
    audits.set('e:event4', { ...audits.get('e:event4')!, ...edit });

    expect(verdictOf({ links, audits })).toEqual(broken(2));
  });

  it('the removal of a reason', () => {
    const { links, audits } = chain();
    const kept = Object.entries(audits.get('e:event7')!).filter(([key]) => key !== 'reason');
    audits.set('e:event7', Object.fromEntries(kept) as unknown as AuditPart);

    expect(verdictOf({ links, audits })).toEqual(broken(3));
  });

  it('the deletion of a record', () => {
    const { links, audits } = chain();
    audits.delete('e:event9');

    expect(verdictOf({ links, audits })).toEqual(broken(4));
  });

  it('the deletion of a record together with its name in the link', () => {
    const { links, audits } = chain();
    links[1] = { ...links[1]!, records: links[1]!.records.slice(1) };

    expect(verdictOf({ links, audits })).toEqual(broken(2));
  });

  it('a swap of two records inside a link, of their contents, and of two links', () => {
    const inside = chain();
    inside.links[2] = { ...inside.links[2]!, records: [...inside.links[2]!.records].reverse() };
    const contents = chain();
    const [one, two] = [contents.audits.get('e:event0')!, contents.audits.get('e:event11')!];
    contents.audits.set('e:event0', two).set('e:event11', one);
    const whole = chain();
    [whole.links[1], whole.links[2]] = [whole.links[2]!, whole.links[1]!];

    expect([verdictOf(inside), verdictOf(contents), verdictOf(whole)]).toEqual([
      broken(3),
      broken(1),
      broken(2),
    ]);
  });

  it('the insertion of a record and of a link', () => {
    const inserted = record(99);
    const intoLink = chain();
    intoLink.audits.set(inserted.name, inserted.audit);
    intoLink.links[0] = { ...intoLink.links[0]!, records: [...intoLink.links[0]!.records, inserted.name] };
    const asLink = chain();
    asLink.audits.set(inserted.name, inserted.audit);
    asLink.links.splice(2, 0, appendLink(asLink.links[1]!, [inserted], 1002));

    expect([verdictOf(intoLink), verdictOf(asLink)]).toEqual([broken(1), broken(4)]);
  });

  it('a truncation: of links alone, and with a head that was moved back', () => {
    const cut = chain();
    cut.links.pop();
    const emptied = { ...chain(), links: [] };
    const gap = chain();
    gap.links.splice(1, 1);

    expect([verdictOf(cut), verdictOf(emptied), verdictOf(gap)]).toEqual([broken(4), broken(1), broken(2)]);
    expect(verdictOf(chain(), headAfter(chain().links[2]!))).toEqual(broken(5));
  });

  it('a link computed anew without those after it', () => {
    const { links, audits } = chain();
    const forged = { ...record(4), audit: { ...record(4).audit, reason: '改过的原因' } };
    audits.set('e:event4', forged.audit);
    links[1] = appendLink(links[0]!, [record(3), forged, record(5)], links[1]!.at);

    expect(verdictOf({ links, audits })).toEqual(broken(3));
  });

  it('a chain passed off as another one', () => {
    const { links, audits } = chain();

    expect(verifyChain({ from: emptyHead(4), links }, (name) => audits.get(name))).toEqual(broken(1));
  });
});

describe('a link', () => {
  it('covers 1 to 500 records and has a name that only one linker can take', () => {
    const many = Array.from({ length: 501 }, (_, at) => record(at));

    expect(() => appendLink(emptyHead(0), [], 0)).toThrow('1 to 500');
    expect(() => appendLink(emptyHead(0), many, 0)).toThrow('1 to 500');
    expect(appendLink(emptyHead(0), many.slice(1), 0)).toMatchObject({
      _id: '0-1',
      seq: 1,
      prevHash: '0'.repeat(64),
    });
  });
});

describe('the sixteen chains', () => {
  it('are all used, and an actor stays in one', () => {
    const actors = Array.from({ length: 800 }, (_, at) => `actor${at}`);
    const shards = actors.map(shardOf);

    expect(new Set(shards).size).toBe(SHARDS);
    expect(actors.map(shardOf)).toEqual(shards);
    for (let shard = 0; shard < SHARDS; shard += 1) {
      expect(shards.filter((one) => one === shard).length).toBeGreaterThan(20);
    }
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same facts and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(facts));
        expect(JSON.parse(canonicalJson(facts))).toEqual(JSON.parse(JSON.stringify(facts)));
      }),
    );
  });

  it('leaves out what is undefined and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: undefined, c: null } })).toBe('{"a":{"c":null},"b":[2,1]}');
  });
});
