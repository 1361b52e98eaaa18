// Keys of a new environment. Run it on a computer without network, by two people, and keep nothing but paper and the file:
//   npx tsx scripts/keys.ts draw <environment> <file>    draws a root key, prints it and its three sheets, writes the data keys
//   npx tsx scripts/keys.ts join <sheet> <sheet>         prints the root key of two sheets
//   WANJIA_ENV_ID=… WANJIA_ROOT_KEY=… npx tsx scripts/keys.ts seat <file> <openid>
//                                                        prints the seat of the first street administrator
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dayOf } from '@domain/kernel/day';
import type { KeyDocument } from '../cloudfunctions/repositories/documents';
import { createKeyring } from '../cloudfunctions/vault/keys';
import { newId } from '../cloudfunctions/vault/random-id';
import { firstKeys } from '../local/seed/settings';
import { firstSeat } from './first-seat';
import { joinSheets, splitKey } from './root-key-sheets';

const KEY_BYTES = 32;

const ID_BYTES = 16;

const COMMANDS = new Map([
  ['draw', draw],
  ['join', join],
  ['seat', seat],
]);

function draw(environment: string, file: string): void {
  const key = randomBytes(KEY_BYTES);
  const rootKey = key.toString('base64url');
  const documents = firstKeys({ environment, rootKey }, dayOf(Date.now()));
  // One document a line, as the database's own import reads them. Data keys are wrapped: the file holds no secret by itself.
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  fs.writeFileSync(file, `${lines}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`根密钥（填到云函数环境变量 WANJIA_ROOT_KEY，填完就清屏）：\n  ${rootKey}\n`);
  console.log('三张纸，三个人各抄一张，任意两张能合成根密钥：');
  for (const sheet of splitKey(key, randomBytes(KEY_BYTES))) console.log(`  ${sheet}`);
  console.log(`\n数据密钥 ${documents.length} 把已写到 ${file}，导入集合 keys。`);
}

function join(first: string, second: string): void {
  console.log(joinSheets(first, second).toString('base64url'));
}

/** Everybody after the first administrators is appointed by one of them; these two stand at the beginning. */
function seat(file: string, openid: string): void {
  const documents = fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as KeyDocument);
  const environment = process.env['WANJIA_ENV_ID'] ?? '';
  const keyring = createKeyring({ environment, rootKey: process.env['WANJIA_ROOT_KEY'], documents });
  const beginning = { id: newId(randomBytes(ID_BYTES)), openid, today: dayOf(Date.now()) };
  console.log(JSON.stringify(firstSeat(keyring, beginning)));
}

function main([command, first, second]: readonly string[]): void {
  const run = COMMANDS.get(command ?? '');
  if (run === undefined || first === undefined || second === undefined) {
    throw new Error('可以写：draw <环境 id> <文件>、join <纸一> <纸二>、seat <文件> <openid>');
  }
  run(first, second);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
