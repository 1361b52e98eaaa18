/** The certificate of hours: whose name stands on it, and the asking for it. */
import { VOLUNTEER_WORDS } from '../../../messages/volunteer';
import { certificate } from '../../../services/certificate';
import type { ChangeOptions, ReadOptions } from '../../../services/client';

export const NO_NAME = { value: 'nobody', label: VOLUNTEER_WORDS.noName };

export async function certifiedNames(acting: ReadOptions): Promise<{ value: string; label: string }[]> {
  const reply = await certificate.listNames({}, acting);
  const names = reply.ok ? reply.data.names.map(({ key, name }) => ({ value: key, label: name })) : [];
  return [...names, NO_NAME];
}

export function issueHours(input: { nameKey?: string }, options: ChangeOptions) {
  return certificate.issue(input, options);
}
