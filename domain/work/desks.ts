/** Where an office finds what waits for it. */
export const DESKS = ['tasks', 'content', 'wishes', 'ledger', 'gifts'] as const;
export type Desk = (typeof DESKS)[number];

/** What waits on a desk is counted up to here; one more says that there are more. */
export const COUNTED_MAX = 99;
