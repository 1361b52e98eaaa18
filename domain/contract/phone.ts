import { defineContract } from './define';
import * as z from '../kernel/zod';

export const phoneContract = defineContract({
  /**
   * WeChat's one-tap phone: exchanges the button's code for the caller's own number, which goes into the form and nowhere else.
   * For an hour the proof says that this person holds this number, to whoever knows both; neither can be read from it.
   * DEPENDENCY_UNAVAILABLE sends the person to the typed field.
   */
  exchangeCode: {
    kind: 'read',
    permission: 'phone.verify',
    input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    output: z.strictObject({ phone: z.string(), proof: z.string() }),
    problems: ['EXPIRED'],
  },
});
