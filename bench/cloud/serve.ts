/**
 * The local cloud as a process of its own, so that what it costs can be told from what its callers cost. Started with an IPC
 * channel and one argument, its settings as JSON; it says where it listens and ends with the channel.
 */
import { startLocalCloud, type StartOptions } from '../../local/cloud/start';

export interface Serving {
  readonly url: string;
  readonly secret: { readonly secretId: string; readonly secretKey: string; readonly token: string };
}

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as StartOptions;
  const cloud = await startLocalCloud(options);
  const serving: Serving = { url: cloud.url, secret: cloud.secret };
  process.send?.(serving);
  process.on('disconnect', () => {
    cloud.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

void main();
