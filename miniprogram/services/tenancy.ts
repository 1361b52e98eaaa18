import type { tenancyContract } from '@domain/contract/tenancy';
import { client } from './client';

export const tenancy = client<typeof tenancyContract>('tenancy');
