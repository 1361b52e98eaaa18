/**
 * F1, the least that a durable save can cost: an HTTP request, its JSON read, one commit that is on disk, a tiny answer.
 * Started with an IPC channel and the path of its file.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';
import { tellCost } from '../kit/program';

const database = new Database(process.argv[2] ?? '');
for (const setting of [
  'locking_mode=EXCLUSIVE',
  'journal_mode=WAL',
  'synchronous=FULL',
  'cache_size=-65536',
]) {
  database.exec(`PRAGMA ${setting}`);
}
database.exec('CREATE TABLE households(id TEXT PRIMARY KEY, doc TEXT) WITHOUT ROWID');
const insert = database.prepare('INSERT INTO households VALUES(?, ?)');

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { id, form } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { id: string; form: object };
    insert.run([id, JSON.stringify(form)]);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
tellCost();
process.on('disconnect', () => {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  process.exit(0);
});
