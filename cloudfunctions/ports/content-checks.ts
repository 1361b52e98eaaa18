/**
 * Whether a text may be shown, as a machine sees it. Two adapters: WeChat's check of texts, and the project's own words, which is
 * all there is where the deployment allows test numbers (D28). The words are asked beside WeChat too; the stricter one holds.
 */
import { verdictOfWords, type WordVerdict } from '@domain/content/held-words';
import type { ContentKind } from '@domain/content/content';
import type { Reader } from '../kernel/store';
import type { LocalChecksDocument } from '../repositories/documents';

export interface CheckedText {
  readonly kind: ContentKind;
  readonly text: string;
  /** Opens the platform's name of the author, for an adapter that needs it. */
  readonly openid: () => string;
}

export interface ContentChecks {
  /** unchecked: it cannot be asked about this text any more. Throws where nobody answers: it is asked again later. */
  check(text: CheckedText): Promise<WordVerdict | 'unchecked'>;
}

/** Longer texts are asked about in pieces. */
const PIECE_LENGTH = 2500;
/** WeChat's word for an author who was not here within two hours. */
const AUTHOR_IS_AWAY = 61010;
/** WeChat's scenes: 1 a profile, 2 a comment, 3 a forum, 4 a log. */
const SCENE = 3;
const SEVERITY: readonly WordVerdict[] = ['passed', 'doubtful', 'risky'];
const VERDICT_OF: Readonly<Record<string, WordVerdict>> = {
  pass: 'passed',
  review: 'doubtful',
  risky: 'risky',
};

/** The platform's interface, as it documents it. */
type CheckText = (request: object) => Promise<{ readonly result?: { readonly suggest?: string } }>;

async function openWechat(): Promise<CheckText> {
  // The platform's package is large and only this check needs it.
  const { default: wechat } = await import('wx-server-sdk');
  wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV as unknown as string });
  return (wechat.openapi['security'] as { msgSecCheck: CheckText }).msgSecCheck;
}

function strictest(verdicts: readonly WordVerdict[]): WordVerdict {
  return SEVERITY[Math.max(0, ...verdicts.map((verdict) => SEVERITY.indexOf(verdict)))] ?? 'doubtful';
}

function piecesOf(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / PIECE_LENGTH));
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH),
  );
}

/** `open` gets the platform's interface once it is needed. */
export function wechatChecks(open: () => Promise<CheckText> = openWechat): ContentChecks {
  return {
    check: async ({ text, openid }) => {
      const msgSecCheck = await open();
      const verdicts = [verdictOfWords(text)];
      try {
        for (const content of piecesOf(text)) {
          const { result } = await msgSecCheck({ openid: openid(), scene: SCENE, version: 2, content });
          // An answer without a verdict is no answer; one that is not in the table is for a person to judge.
          if (result?.suggest === undefined) throw new Error('the check of texts answered without a verdict');
          verdicts.push(VERDICT_OF[result.suggest] ?? 'doubtful');
        }
      } catch (error) {
        if ((error as { errCode?: number }).errCode === AUTHOR_IS_AWAY) return 'unchecked';
        throw error;
      }
      return strictest(verdicts);
    },
  };
}

/** The words alone, or what `localChecks` of the settings says instead. */
function wordChecks(store: Pick<Reader, 'find'>): ContentChecks {
  return {
    check: async ({ text }) => {
      const set = await store.find<LocalChecksDocument>('config', 'localChecks');
      const verdict = set?.verdict ?? 'words';
      if (verdict === 'down') throw new Error('the check of texts does not answer');
      return verdict === 'words' ? verdictOfWords(text) : verdict;
    },
  };
}

export function contentChecks(store: Pick<Reader, 'find'>, allowTestNumbers: boolean): ContentChecks {
  return allowTestNumbers ? wordChecks(store) : wechatChecks();
}
