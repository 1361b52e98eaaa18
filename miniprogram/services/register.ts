import type { registerContract } from '@domain/contract/register';
import { client } from './client';

export const register = client<typeof registerContract>('register');
