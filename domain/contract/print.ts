import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';

export const printContract = defineContract({
  /** Door stickers of one building on A4, twelve a page. Draws codes for doors that have none. The address lives ten minutes. */
  printStickers: {
    kind: 'change',
    permission: 'link.print',
    input: z.strictObject({ buildingId: idSchema }),
    output: z.strictObject({ url: z.string(), fileName: z.string(), stickers: z.int(), pages: z.int() }),
    problems: ['NOT_FOUND'],
  },
  /** A poster of the street's own code on one page of A4, for the seat's own territory. The address lives ten minutes. */
  printPoster: {
    kind: 'change',
    permission: 'poster.print',
    input: z.strictObject({}),
    output: z.strictObject({ url: z.string(), fileName: z.string() }),
    problems: [],
  },
});
