import type { giftContract } from '@domain/contract/gift';
import { client } from '../../../services/client';

export const gift = client<typeof giftContract>('gift');
