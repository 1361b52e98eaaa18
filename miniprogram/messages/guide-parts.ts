/** What somebody needs to know of a guide or an office, in the order in which whoever sets out needs it. */
import type { DirectoryText } from '@domain/guide/directory';
import type { GuideText } from '@domain/guide/guide';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly lines: readonly string[];
}

export function dialWords(phone: string): string {
  return `打电话 ${phone}`;
}

export function guideParts({ who, papers, where, hours, note }: Omit<GuideText, 'keywords'>): Part[] {
  const parts = [
    { key: 'papers', label: '要带什么', lines: papers.length === 0 ? ['不用带东西'] : papers },
    { key: 'where', label: '在哪儿办', lines: [where] },
    { key: 'hours', label: '什么时候', lines: [hours] },
    { key: 'who', label: '谁能办', lines: [who] },
    { key: 'note', label: '还要知道', lines: note === '' ? [] : [note] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

export function officeLines({ seats, where, hours }: DirectoryText) {
  return [
    { key: 'seats', label: '谁在', value: seats },
    { key: 'where', label: '在哪儿', value: where },
    { key: 'hours', label: '什么时候', value: hours },
  ];
}
