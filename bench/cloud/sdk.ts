/** The unmodified SDK in this process, pointed at a cloud of the bench. */
import tcb from '@cloudbase/node-sdk';
import type { BenchCloud } from './cloud';

/** As far as the bench uses it: the SDK's own description of half of it is `any`. */
export interface SdkDatabase {
  readonly command: { inc(by: number): unknown };
  collection(name: string): SdkCollection;
  startTransaction(): Promise<{
    collection(name: string): SdkCollection;
    commit(): Promise<unknown>;
  }>;
}

interface SdkCollection extends SdkQuery {
  doc(id: string): { get(): Promise<unknown>; update(change: object): Promise<unknown> };
  add(document: object): Promise<unknown>;
  where(filter: object): SdkQuery;
}

interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  get(): Promise<unknown>;
  count(): Promise<unknown>;
}

export function openSdk({ url, secret }: Pick<BenchCloud, 'url' | 'secret'>): SdkDatabase {
  // Inside a function, so that the SDK does not go looking for a machine's identity on every request.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  const { secretId, secretKey, token } = secret;
  const app = tcb.init({
    env: 'local',
    secretId,
    secretKey,
    sessionToken: token,
    serviceUrl: `${url}/admin`,
    keepalive: true,
  });
  return app.database();
}
