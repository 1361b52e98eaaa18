import fc from 'fast-check';
import { auditPart, redactReason } from '../../../cloudfunctions/audit/audit-event';
import { newId } from '../../../cloudfunctions/vault/random-id';
import type { AuditPart } from '../../../cloudfunctions/repositories/documents';

const withoutReason: AuditPart = {
  at: 1,
  actor: '0123456789abcdefghjkmnpqrs',
  actAs: 'GW',
  action: 'person.revealPhone',
  objects: ['0123456789abcdefghjkmnpqrs-17', 'compound12'],
  fields: ['phone', 'members.k1abc234.name'],
  requestId: '1ad2cd3e-1234567890',
};
const clean: AuditPart = { ...withoutReason, reason: '上门核对前先打电话' };

describe('an audit record', () => {
  it('keeps names of fields, ids and a reason', () => {
    expect(auditPart(clean)).toEqual(clean);
    expect(auditPart(withoutReason)).toEqual(withoutReason);
  });

  it('takes every random id, whatever digits it happens to hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const id = newId(bytes);
        expect(auditPart({ ...clean, actor: id, objects: [id, `${id}-9999`] }).objects[0]).toBe(id);
      }),
    );
  });

  it.each([
    ['a phone among the objects', { objects: ['10012345678'] }],
    ['an identity number among the objects', { objects: ['00000019900101001X'] }],
    ['a name among the objects', { objects: ['王小明'] }],
    ['a phone in the name of a field', { fields: ['phone.10012345678'] }],
    ['a value instead of the name of a field', { fields: ['王小明'] }],
    ['a value behind the name of a field', { fields: ['name=王小明'] }],
    ['a sentence as action', { action: '查看了电话' }],
    ['a name as actor', { actor: '王小明' }],
    ['a phone as actor', { actor: '10012345678' }],
    ['text in place of the request', { requestId: '请求 1' }],
  ])('is refused with %s, and the message does not repeat it', (_, wrong) => {
    const part = { ...clean, ...wrong };

    expect(() => auditPart(part)).toThrow(/^the audit takes names only, and \w+ holds something else$/);
  });

  it('keeps a reason without the numbers in it', () => {
    expect(auditPart({ ...clean, reason: '打 10012345678 没人接' }).reason).toBe('打 ***没人接');
  });
});

describe('the redaction of a reason', () => {
  it.each([
    ['10012345678'],
    ['100 1234 5678'],
    ['100-1234-5678'],
    ['１００１２３４５６７８'],
    ['一零零一二三四五六七八'],
    ['幺00幺2345678'],
    ['0632-5551234'],
    ['00000019900101001X'],
    ['鲁D12345'],
    ['鲁D·12345'],
    ['鲁DF12345'],
    ['鲁Ｄ１２３４５'],
  ])('takes out %s', (number) => {
    const redacted = redactReason(`找人 ${number} 核对`);

    expect(redacted).toContain('***');
    expect(redacted).not.toMatch(/[\d１-９]{3}/);
    expect(redacted.startsWith('找人 ***')).toBe(true);
  });

  it.each([
    ['3 号楼 2 单元 501 漏水，联系住户'],
    ['11月24日 19:02 上门没人'],
    ['第七次人口普查核对一二三楼'],
  ])('leaves %s as it is', (reason) => {
    expect(redactReason(reason)).toBe(reason);
  });

  it('keeps a hundred characters', () => {
    expect(redactReason('核'.repeat(200))).toHaveLength(100);
  });
});
