import type { PublicationState } from '@domain/publication/publication-state';

interface Written<Text> {
  readonly _id: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly community: string;
  readonly shown?: Text;
  readonly draft?: Text;
}

/** A guide or an office as its writers see it: what is shown, and what waits. */
export function viewDesk<Text>({ _id, version, state, community, shown, draft }: Written<Text>) {
  return {
    id: _id,
    version,
    state,
    community,
    ...(shown === undefined ? {} : { shown }),
    ...(draft === undefined ? {} : { draft }),
  };
}
