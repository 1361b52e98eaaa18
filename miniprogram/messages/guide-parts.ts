/** What somebody needs to know of a guide or an office, in the order in which whoever sets out needs it. */
import type { DirectoryText } from '@domain/guide/directory';
import type { GuideText } from '@domain/guide/guide';
import { GUIDE_LINE_WORDS, NO_PAPERS, OFFICE_LINE_WORDS } from '@domain/guide/guide-lines';

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
    { key: 'papers', label: GUIDE_LINE_WORDS.papers, lines: papers.length === 0 ? [NO_PAPERS] : papers },
    { key: 'where', label: GUIDE_LINE_WORDS.where, lines: [where] },
    { key: 'hours', label: GUIDE_LINE_WORDS.hours, lines: [hours] },
    { key: 'who', label: GUIDE_LINE_WORDS.who, lines: [who] },
    { key: 'note', label: GUIDE_LINE_WORDS.note, lines: note === '' ? [] : [note] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

export function officeLines({ seats, where, hours }: DirectoryText) {
  return [
    { key: 'seats', label: OFFICE_LINE_WORDS.seats, value: seats },
    { key: 'where', label: OFFICE_LINE_WORDS.where, value: where },
    { key: 'hours', label: OFFICE_LINE_WORDS.hours, value: hours },
  ];
}
