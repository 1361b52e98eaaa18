/** Things that go from state to state: what their machine says of an event, and how a move is written. */
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, Happening } from '../kernel/context';
import type { Stored } from '../kernel/store';

interface Standing<State extends string> extends Stored {
  readonly version: number;
  readonly state: State;
}

export interface Moved<State extends string> {
  readonly state: State;
  readonly version: number;
}

interface Machine<State extends string, Event extends string> {
  /** 这个心愿, 这件东西. */
  readonly noun: string;
  readonly next: (state: State, event: Event) => State | undefined;
  readonly words: Readonly<Record<State, string>>;
}

/** The questions that a change asks a machine of states before it moves anything. */
export function machineOf<State extends string, Event extends string>({
  noun,
  next,
  words,
}: Machine<State, Event>) {
  /** Throws WRONG_STATE in words that name the present state. */
  const stateAfter = ({ state }: { readonly state: State }, event: Event): State => {
    const after = next(state, event);
    if (after !== undefined) return after;
    const sentence = `${noun}现在是“${words[state]}”，这一步办不了，刷新看看`;
    throw new Problem('WRONG_STATE', { state, sentence });
  };
  /** Throws WRONG_STATE or STALE_VERSION. */
  const checkedState = (thing: Standing<State>, event: Event, version: number): State => {
    const after = stateAfter(thing, event);
    if (thing.version !== version) throw new Problem('STALE_VERSION', { version: thing.version });
    return after;
  };
  return { stateAfter, checkedState };
}

export interface Move<Document extends Standing<string>> {
  readonly state: Document['state'];
  readonly change?: Partial<Record<keyof Document, unknown>>;
  /** What is new, in the trail's words. */
  readonly fields: readonly string[];
  readonly reason?: string;
}

/** Writes the new state of a document of this collection, what goes with it, and the event of it. */
export function moverOf<Document extends Standing<string> & Happening['place']>(collection: string) {
  return (
    context: Pick<ChangeContext, 'write' | 'record'>,
    document: Document,
    { state, change = {}, fields, reason }: Move<Document>,
  ): Moved<Document['state']> => {
    const { _id, buildingId = '', gridId = '', compoundId = '', communityId = '' } = document;
    const version = document.version + 1;
    context.write.patch(collection, _id, { ...change, state, version });
    context.record({
      objects: [_id],
      subjects: [_id],
      fields: [state, ...fields],
      place: { buildingId, gridId, compoundId, communityId },
      ...(reason === undefined ? {} : { reason }),
    });
    return { state, version };
  };
}
