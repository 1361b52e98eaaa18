import type { phoneContract } from '@domain/contract/phone';
import { client } from './client';

export const phoneNumber = client<typeof phoneContract>('phone');
