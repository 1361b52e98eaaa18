/** What a domain is told when one of its texts is decided about. */
import type { ChangeContext } from '../kernel/context';
import type { ContentDocument } from '../repositories/documents';

export interface Decision {
  readonly row: ContentDocument;
  /** The text that was decided about. */
  readonly text: string;
  /** Why it was returned or taken down. */
  readonly reason: string;
}

type Effect = (context: ChangeContext, decision: Decision) => Promise<void> | void;

export interface ContentEffects {
  readonly onRelease?: Effect;
  readonly onReturn?: Effect;
  readonly onHide?: Effect;
}
