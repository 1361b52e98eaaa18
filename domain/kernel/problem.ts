/**
 * The closed catalogue of refusals. Each has one Chinese sentence that says what happened and what to do next; the phone
 * shows it as it is. A code that is retired stays here as a comment, so that nobody uses it for something else.
 */
export const PROBLEM_SENTENCES = {
  VALIDATION: '有一处填得不对，改一下再交就行',
  UNAUTHENTICATED: '没认出您的微信，退出小程序再进一次',
  FORBIDDEN: '这里要有相应的身份才能看，可以请社区帮忙',
  NOT_FOUND: '没有找到，可能已经换了地方，返回再看看',
  STALE_VERSION: '刚才有人改过，看看新的再点，您填的还在',
  CONFLICT_RETRY: '刚才人有点多，稍等几秒再点一次',
  WRONG_STATE: '这一步已经有人办过了，看看现在到哪一步',
  ALREADY_CLAIMED: '刚被别人认领了，看看别的心愿吧',
  IDEMPOTENCY_MISMATCH: '这一份和刚才交的不一样，请回到上一页重新交',
  RATE_LIMITED: '点得有点快，歇一会儿再试，内容都在',
  PAYLOAD_TOO_LARGE: '内容太多了，删短一些再交',
  CONTENT_REJECTED: '此处不能写这类信息',
  REASON_REQUIRED: '请写明原因，至少 4 个字',
  APPROVAL_REQUIRED: '还要另一位管理员同意才行',
  CONSENT_REQUIRED: '请先看一眼说明，再点同意。不同意也可以打电话登记',
  PLEDGE_REQUIRED: '请先签保密承诺，再接着办',
  PURPOSE_CLOSED: '这次登记结束了，谢谢您',
  EXPIRED: '打开得太久了，请重新扫一次码，填的内容都在',
  REVOKED_CODE: '这张码换新的了，请在下面选房号',
  CLIENT_TOO_OLD: '小程序有新版本了，退出再进一次就好，内容不会丢',
  READ_ONLY_MODE: '系统正在保养，没记下。过一会儿再点一次',
  DEPENDENCY_UNAVAILABLE: '刚才没交上去，不用重填，再点一次',
  INTERNAL: '刚才没办成，不用重填，再点一次',
  OFFLINE: '现在没网，没记下。有网再点一次',
} as const;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;
export const PROBLEM_CODES = Object.keys(PROBLEM_SENTENCES) as ProblemCode[];

/** What every procedure may answer without declaring it: the endpoint itself decides these. */
export type EndpointProblemCode =
  | 'VALIDATION'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'PLEDGE_REQUIRED'
  | 'PAYLOAD_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'REASON_REQUIRED'
  | 'IDEMPOTENCY_MISMATCH'
  | 'CONFLICT_RETRY'
  | 'READ_ONLY_MODE'
  | 'DEPENDENCY_UNAVAILABLE'
  | 'CLIENT_TOO_OLD'
  | 'INTERNAL';

/** Facts beside a refusal: short primitives only, never personal data; at most 64 characters each. */
export type ProblemDetails = Readonly<Record<string, string | number | boolean>>;

/** A refusal on the wire. `details.field` names the field a VALIDATION is about, `details.sentence` its own sentence. */
export interface ProblemReport {
  readonly code: ProblemCode;
  readonly message: string;
  readonly details: ProblemDetails;
  readonly requestId: string;
}

/** An expected refusal. Thrown by rules and procedures; only the endpoint turns it into a reply. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** What a machine of states answers to an event. Throws WRONG_STATE, which names the present state, where it refuses. */
export function allowed<State>(next: State | undefined, present: string): State {
  if (next === undefined) throw new Problem('WRONG_STATE', { state: present });
  return next;
}

/** The sentence a person reads: the problem's own where it brought one, else the catalogue's. */
export function sentenceFor(problem: Pick<ProblemReport, 'code' | 'details'>): string {
  const own = problem.details['sentence'];
  return typeof own === 'string' ? own : PROBLEM_SENTENCES[problem.code];
}
