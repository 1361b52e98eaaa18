import { newKeyDocument } from '../../../cloudfunctions/vault/data-keys';
import { documents, keyring, keyringOf, root } from './keyring-fixture';

const othersKeyring = keyringOf({
  documents: documents.map(({ family }) =>
    newKeyDocument(root, family as 'person', { at: 0, state: 'active' }),
  ),
});

describe('the keyed index', () => {
  it.each([
    [
      'phone',
      ['10012345678', ' 100 1234 5678', '+86 100-1234-5678', '１００１２３４５６７８', '008610012345678'],
    ],
    ['id', ['00000019900101001X', '00000019900101001x', '000000 19900101 001X', '000000-19900101-001Ｘ']],
    ['plate', ['鲁D12345', '鲁d12345', '鲁D·12345', ' 鲁 D 1 2345', '鲁Ｄ１２３４５']],
  ] as const)('finds one %s however it was typed', (field, spellings) => {
    const found = new Set(spellings.map((text) => keyring.index(field, text)));

    expect(found.size).toBe(1);
    expect([...found][0]).toMatch(/^[\w-]{22}$/);
  });

  it('tells numbers, fields and streets apart', () => {
    const all = [
      keyring.index('phone', '10012345678'),
      keyring.index('phone', '10012345679'),
      keyring.index('id', '10012345678'),
      keyring.index('plate', '10012345678'),
      othersKeyring.index('phone', '10012345678'),
    ];

    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a token and a person', () => {
  it('become keys of ours that say nothing of them and differ by street', () => {
    const names = [
      keyring.linkDigest('7F3K9Q2PX4'),
      keyring.actorOf('7F3K9Q2PX4'),
      othersKeyring.linkDigest('7F3K9Q2PX4'),
      othersKeyring.actorOf('7F3K9Q2PX4'),
    ];

    for (const name of names) expect(name).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(new Set(names).size).toBe(names.length);
    expect(keyring.actorOf('oWX1')).toBe(keyringOf({}).actorOf('oWX1'));
  });
});

describe('the receipt key of a grid', () => {
  it('is 32 bytes, stable, and its own for every grid and street', () => {
    const key = keyring.receiptKey('g1');

    expect(key).toHaveLength(32);
    expect(keyringOf({}).receiptKey('g1')).toEqual(key);
    expect(keyring.receiptKey('g2')).not.toEqual(key);
    expect(othersKeyring.receiptKey('g1')).not.toEqual(key);
  });
});

describe('a ticket to a door', () => {
  const expiresAt = 1_700_000_000_000;
  const ticket = keyring.signTicket('u1-17', expiresAt);

  it('names its door until its moment, and is expired from then on', () => {
    expect(keyring.readTicket(ticket, expiresAt - 1)).toEqual({ doorId: 'u1-17' });
    expect(keyring.readTicket(ticket, expiresAt)).toBe('expired');
  });

  it('fits the contract and names a door called like a verdict', () => {
    expect(keyring.signTicket(`${'z'.repeat(40)}-9999`, expiresAt).length).toBeLessThan(160);
    expect(keyring.readTicket(keyring.signTicket('expired', expiresAt), 0)).toEqual({ doorId: 'expired' });
  });

  it('is nothing with any one character changed, or of another street', () => {
    const changed = Array.from(ticket).flatMap((character, at) =>
      ['A', '1', 'z', '.', '-']
        .filter((other) => other !== character)
        .map((other) => ticket.slice(0, at) + other + ticket.slice(at + 1)),
    );

    for (const wrong of [...changed, '', 'u1-17', othersKeyring.signTicket('u1-17', expiresAt)]) {
      expect(keyring.readTicket(wrong, 0)).toBeUndefined();
    }
  });

  it('cannot be lengthened: another door or another hour is another ticket', () => {
    const [door, expiry, mac] = ticket.split('.');

    expect(keyring.readTicket(`u1-18.${expiry}.${mac}`, 0)).toBeUndefined();
    expect(keyring.readTicket(`${door}.${(expiresAt + 1).toString(36)}.${mac}`, 0)).toBeUndefined();
  });
});
