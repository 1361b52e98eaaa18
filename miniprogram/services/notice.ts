import type { noticeContract } from '@domain/contract/notice';
import { client } from './client';

export const notice = client<typeof noticeContract>('notice');
