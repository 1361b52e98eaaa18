/** What a worker sees at a door and notes as an issue with one touch: its words, and what it is taken for. */
interface Seen {
  readonly value: string;
  readonly label: string;
  /** An aspect of the ledger's tree; '' where the words say it. */
  readonly aspect: string;
}

export const SEEN: readonly Seen[] = [
  { value: 'light', label: '楼道灯不亮', aspect: 'lighting' },
  { value: 'stuff', label: '楼道堆东西', aspect: 'safety' },
  { value: 'leak', label: '漏水、管子堵', aspect: 'housing' },
  { value: 'garbage', label: '垃圾没人清', aspect: 'cleanliness' },
  { value: 'parking', label: '车停得乱', aspect: 'parking' },
  { value: 'other', label: '别的问题', aspect: '' },
];

export const SEEN_CARD = { label: '看到、听到什么问题，记一下', options: SEEN } as const;
