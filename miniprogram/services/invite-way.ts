/** The page on which an invitation to fill for the family is made; it is told the door's plate, so that it need not ask. */
interface InvitedDoor {
  readonly doorId: string;
  readonly compound: string;
  readonly line: string;
}

export function inviteUrl({ doorId, compound, line }: InvitedDoor): string {
  const plate = `compound=${encodeURIComponent(compound)}&line=${encodeURIComponent(line)}`;
  return `/packages/family/pages/invite/invite?door=${doorId}&${plate}`;
}
