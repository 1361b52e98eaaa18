/** A mobile number in a text: in one piece, cut by signs, told as one says it, or pulled apart by words between its digits. */
import { withDigits } from '../kernel/written-digits';
import { alone, digits, GAP, numbersIn, SIGN } from './digit-runs';
import { isEnumeration, standsInPieces, type Told } from './parted-digits';

/** Numbers of the tests begin with 100. */
const MOBILE = `1${GAP}(?:[3-9]${GAP}${digits(8)}|0${GAP}0${GAP}${digits(7)})\\d`;
const PHONE = alone(`(?:(?:00)?86${GAP})?${MOBILE}`);
const LENGTH = 11;
const WHOLE = /^1(?:[3-9]|00)\d+$/;
const SIGNS = new RegExp(`${SIGN}+`, 'g');
/** What a text says that has a number to call in it; where every digit stands alone, it need not. */
const SPOKEN_OF = /电话|手机|号码|联系|拨|打|微信|薇信|致电|找|报名|加我|呼我|短信/;

function standsIn(text: string): boolean {
  return numbersIn(text, PHONE).some(
    (number) => !isEnumeration(number.split(/\D+/).filter((part) => part !== '')),
  );
}

/** Whether a text tells a mobile number. */
export function namesPhone(told: Told): boolean {
  const { written, linkedText } = told;
  return (
    standsIn(withDigits(written)) ||
    // A bar is a one, or it parts.
    (/[|｜]/.test(written) && standsIn(withDigits(written.replace(/[|｜]/g, ' ')))) ||
    standsIn(linkedText.replace(SIGNS, ' ')) ||
    standsInPieces(told, {
      lengths: [LENGTH],
      fewest: SPOKEN_OF.test(written) ? 2 : LENGTH,
      mayBegin: (number, start) => number.charAt(start) === '1',
      isNumber: (number) => WHOLE.test(number),
    })
  );
}
