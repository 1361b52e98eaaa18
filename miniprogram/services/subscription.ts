/** One tap grants one message of a template. Asked right after success, with its reason in words; the ledger is told. */
import type { MessageTemplate } from '@domain/inbox/message-template';
import { MESSAGE_TEMPLATES } from '../deployment';
import { allowMessages } from './inbox';

/** '' until asked; none: the street has registered no such template, and nobody is asked. */
export type Grant = '' | 'none' | 'accepted' | 'refused';

export function firstGrant(templates: readonly MessageTemplate[]): Grant {
  return templates.some(isRegistered) ? '' : 'none';
}

export async function askForMessages(templates: readonly MessageTemplate[]): Promise<Grant> {
  const allowed = await ask(templates.filter(isRegistered));
  if (allowed.length === 0) return 'refused';
  await allowMessages(allowed);
  return 'accepted';
}

function isRegistered(template: MessageTemplate): boolean {
  return MESSAGE_TEMPLATES[template] !== '';
}

function ask(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => MESSAGE_TEMPLATES[template]),
      success: (answer) => {
        const words: Record<string, unknown> = { ...answer };
        resolve(templates.filter((template) => words[MESSAGE_TEMPLATES[template]] === 'accept'));
      },
      fail: () => {
        resolve([]);
      },
    });
  });
}
