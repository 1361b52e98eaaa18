import { auditContract } from '@domain/contract/audit';
import { client } from './client';

export const audit = client('audit', auditContract);
