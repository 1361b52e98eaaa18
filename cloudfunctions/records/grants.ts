/** The ledger of WeChat messages that a person allowed: what was granted, what went out, and never more than that. */
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@domain/inbox/message-template';
import type { Reader } from '../kernel/store';
import type { GrantDocument, GrantTally } from '../repositories/documents';
import type { Place } from '../vault/envelope';

const NOTHING: GrantTally = { granted: 0, sent: 0 };

export function findGrants(reader: Pick<Reader, 'find'>, userId: string): Promise<GrantDocument | undefined> {
  return reader.find<GrantDocument>('grants', userId);
}

/** Where the platform's name of a person is sealed. */
export function readerPlace(userId: string): Place {
  return { collection: 'grants', id: userId, field: 'reader' };
}

/** Messages of a template that may still go out. */
export function leftOf(grants: GrantDocument | undefined, template: MessageTemplate): number {
  const { granted, sent } = grants?.templates[template] ?? NOTHING;
  return granted - sent;
}

/** One more of each template. */
export function withGranted(grants: GrantDocument, templates: readonly MessageTemplate[]): GrantDocument {
  const tallies = MESSAGE_TEMPLATES.filter((template) => templates.includes(template)).map((template) => {
    const { granted, sent } = grants.templates[template] ?? NOTHING;
    return [template, { granted: granted + 1, sent }] as const;
  });
  return {
    ...grants,
    version: grants.version + 1,
    templates: { ...grants.templates, ...Object.fromEntries(tallies) },
  };
}

/** spent: one goes out · returned: one never left · gone: the platform knows of none, whatever was counted. */
export function withSent(
  grants: GrantDocument,
  template: MessageTemplate,
  what: 'spent' | 'returned' | 'gone',
): GrantDocument {
  const { granted, sent } = grants.templates[template] ?? NOTHING;
  const next = { spent: sent + 1, returned: Math.max(0, sent - 1), gone: granted }[what];
  return {
    ...grants,
    version: grants.version + 1,
    templates: { ...grants.templates, [template]: { granted, sent: next } },
  };
}
