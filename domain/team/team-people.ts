/** A team with its people, as its leader and the community have it before them. */
interface Counts {
  readonly version: number;
  readonly members: number;
  readonly asking: number;
}

interface Named {
  readonly userId: string;
}

export interface PeopleOf<Team extends Counts, Member extends Named> {
  readonly team: Team;
  readonly members: readonly Member[];
  readonly asking: readonly Member[];
}

/** The team after a word about somebody who asked to join. */
export function afterWord<Team extends Counts, Member extends Named>(
  { team, members, asking }: PeopleOf<Team, Member>,
  { userId, version, isIn }: { readonly userId: string; readonly version: number; readonly isIn: boolean },
): PeopleOf<Team, Member> {
  const one = asking.find((member) => member.userId === userId);
  const others = asking.filter((member) => member !== one);
  const inside = isIn && one !== undefined ? [...members, one] : members;
  const counts = { members: inside.length, asking: others.length };
  return { team: { ...team, ...counts, version }, members: inside, asking: others };
}
