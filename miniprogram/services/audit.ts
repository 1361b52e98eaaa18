import type { auditContract } from '@domain/contract/audit';
import { client } from './client';

export const audit = client<typeof auditContract>('audit');
