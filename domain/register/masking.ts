/** What a screen may show of a value that its viewer may not read in full. Masks keep the length of short values only. */

/** First and last character stay, two-character names keep the first: 王*明, 王*. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const first = characters[0] ?? '';
  if (characters.length < 2) return characters.length === 0 ? '' : '*';
  if (characters.length === 2) return `${first}*`;
  return first + '*'.repeat(characters.length - 2) + (characters[characters.length - 1] ?? '');
}

export type PhoneView = 'tail' | 'head';

/**
 * `tail`: three first and four last digits, for workers, clerks of the community and the street, and a building head whom
 * the household lets call. `head`: three first digits. Numbers without area code show no first digits beside the last.
 */
export function maskPhone(number: string, view: PhoneView): string {
  const { length } = number;
  if (view === 'head') return number.slice(0, 3) + '*'.repeat(Math.max(length - 3, 0));
  if (length < 10) return '*'.repeat(Math.max(length - 4, 0)) + number.slice(-4);
  return number.slice(0, 3) + '*'.repeat(length - 7) + number.slice(-4);
}

/** Whether a viewer's role sees the last four digits; being inside the viewer's area is checked before this is asked. */
export function phoneViewFor(role: string, contactOk: boolean): PhoneView {
  if (role === 'BH') return contactOk ? 'tail' : 'head';
  return ['GW', 'GV', 'CA', 'SA'].includes(role) ? 'tail' : 'head';
}

/** The first four characters; the last four are shown to nobody. */
export function maskIdNumber(value: string): string {
  return value.slice(0, 4) + '*'.repeat(Math.max(value.length - 4, 0));
}

/** 鲁D**** whatever the length, so that an electric car's longer plate is not told apart. */
export function maskPlate(plate: string): string {
  return plate === '' ? '' : `${plate.slice(0, 2)}****`;
}

/** The year alone: 1952-**. */
export function maskMonth(month: string): string {
  return `${month.slice(0, 4)}-**`;
}

/** Down to the county; an address that does not begin with one is hidden whole. */
export function maskAddress(address: string): string {
  const match =
    /^([^省市县区旗]{1,8}(?:省|自治区))?([^省市县区旗]{1,10}(?:市|自治州|地区|盟))?([^省市县区旗]{1,10}(?:县|区|旗|市))?/.exec(
      address,
    );
  const [, province = '', city = '', county = ''] = match ?? [];
  const isCounty = !/[小社园街片]区$/.test(county);
  return `${province}${city}${isCounty ? county : ''}****`;
}

/** A member under 18 has no name in lists. */
export function childWords(ageBandLabel: string): string {
  return `家里的孩子（${ageBandLabel}）`;
}
