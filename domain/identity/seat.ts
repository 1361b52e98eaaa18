/** A seat counts from its first day to its last, both included, unless somebody ended or suspended it. Days as YYYY-MM-DD. */
export function isInForce(
  seat: {
    readonly state: 'active' | 'suspended' | 'ended';
    readonly startsOn: string;
    readonly endsOn: string;
  },
  today: string,
): boolean {
  return seat.state === 'active' && seat.startsOn <= today && today <= seat.endsOn;
}
