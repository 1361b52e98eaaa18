import type { userContract } from '@domain/contract/user';
import { client } from '../../../services/client';

export const users = client<typeof userContract>('user');
