import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const SENTENCES = {
  FORBIDDEN: '没有权限进行这项操作。',
  VALIDATION: '请求的内容不合规。',
  UNAUTHENTICATED: '请先选择一个身份。',
  NOT_FOUND: '没有找到要用的功能。',
  PAYLOAD_TOO_LARGE: '一次提交的内容太多了，请分几次提交。',
  DEPENDENCY_UNAVAILABLE: '服务暂时不可用，请稍后再试。',
} as const;

type ClientProblem = keyof typeof SENTENCES;

const STATUS: Record<ClientProblem, number> = {
  FORBIDDEN: 403,
  VALIDATION: 415,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  DEPENDENCY_UNAVAILABLE: 502,
};

/** What the platform refuses a client; answered in the form of the product's own problems. */
export class Refusal extends Error {
  readonly status: number;
  /** The platform's own code, for whoever looks closer. */
  private readonly platform: string | undefined;

  constructor(
    private readonly code: ClientProblem,
    { platform, status }: { platform?: string; status?: number } = {},
  ) {
    super(code);
    this.status = status ?? STATUS[code];
    this.platform = platform;
  }

  body(): object {
    const details = this.platform === undefined ? {} : { platform: this.platform };
    const problem = { code: this.code, message: SENTENCES[this.code], details, requestId: randomUUID() };
    return { ok: false, problem };
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
