import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';

/** A refusal of the platform, told to a client in the form of the product's own problems. */
const SENTENCES = {
  FORBIDDEN: '没有权限进行这项操作。',
  VALIDATION: '请求的内容不合规。',
  UNAUTHENTICATED: '请先选择一个身份。',
  NOT_FOUND: '没有找到要用的功能。',
  PAYLOAD_TOO_LARGE: '一次提交的内容太多了，请分几次提交。',
  DEPENDENCY_UNAVAILABLE: '服务暂时不可用，请稍后再试。',
} as const;

export type ClientProblem = keyof typeof SENTENCES;

const STATUS: Record<ClientProblem, number> = {
  FORBIDDEN: 403,
  VALIDATION: 415,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  DEPENDENCY_UNAVAILABLE: 502,
};

/** Answers a refusal. `platform` is the platform's own code, for whoever looks closer. */
export function refuse(
  response: ServerResponse,
  code: ClientProblem,
  { platform, status }: { platform?: string; status?: number } = {},
): void {
  const details = platform === undefined ? {} : { platform };
  const problem = { code, message: SENTENCES[code], details, requestId: randomUUID() };
  sendJson(response, status ?? STATUS[code], { ok: false, problem });
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
