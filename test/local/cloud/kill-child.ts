import { startLocalCloud } from '../../../local/cloud/start';

/** The process that the kill suite kills: a local cloud on the folders it is given, told by one line when it listens. */
const [home = '', functions = '', database = ''] = process.argv.slice(2);

void startLocalCloud({ port: 0, home, functions, database }).then(({ url, secret }) => {
  process.stdout.write(`${JSON.stringify({ url, secretId: secret.secretId })}\n`);
});
