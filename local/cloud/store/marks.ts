import type { Collection, DocumentId } from './collection';

/** One document as it was when a mark was set; without a text it was not there. */
interface Earlier {
  collection: Collection;
  id: DocumentId;
  text: string | undefined;
}

/**
 * Moments to which the store can go back. Each mark keeps what the documents changed since then were, so going back costs what was
 * changed, not what there is.
 */
export class Marks {
  private readonly layers: Map<string, Earlier>[] = [];

  get areSet(): boolean {
    return this.layers.length > 0;
  }

  /** Sets a mark after those there are; answers its number. */
  set(): number {
    return this.layers.push(new Map()) - 1;
  }

  /** To be told of a document before each change of it. */
  note(collection: Collection, id: DocumentId, text: string | undefined): void {
    const newest = this.layers.at(-1);
    const key = `${collection.name} ${typeof id} ${id}`;
    if (newest !== undefined && !newest.has(key)) newest.set(key, { collection, id, text });
  }

  /** What the documents changed since a mark were when it was set. That mark is new again, and later ones are gone. */
  takeSince(mark: number): Earlier[] {
    const merged = new Map<string, Earlier>();
    for (const layer of this.layers.splice(mark).reverse()) {
      for (const [key, earlier] of layer) merged.set(key, earlier);
    }
    this.set();
    return [...merged.values()];
  }
}
