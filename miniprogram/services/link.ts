import { linkContract } from '@domain/contract/link';
import { client } from './client';

export const link = client('link', linkContract);
