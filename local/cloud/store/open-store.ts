import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../cloud-error';
import { readDeclarations } from './declarations';
import { Sql } from './sql';
import { Store } from './store';

/**
 * Opens the data folder `home` with the declarations of the folder `database`. Refuses, in one sentence, a folder that
 * another process holds or that is damaged.
 */
export function openStore(home: string, database: string): Store {
  const declarations = readDeclarations(database);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  let sql: Sql | undefined;
  try {
    sql = new Sql(join(home, 'data.sqlite'));
    // Exclusive: the operating system frees the lock when the process dies, however it dies.
    for (const setting of [
      'locking_mode=EXCLUSIVE',
      'journal_mode=WAL',
      'synchronous=FULL',
      'cache_size=-65536',
      'busy_timeout=0',
      'foreign_keys=OFF',
    ]) {
      sql.exec(`PRAGMA ${setting}`);
    }
    if (sql.pragma('journal_mode') !== 'wal' || sql.pragma('synchronous') !== 2) {
      throw new Error('The settings of durability did not take effect.');
    }
    return new Store(sql, declarations);
  } catch (error) {
    sql?.close();
    throw explained(error, home);
  }
}

function explained(error: unknown, home: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'SQLITE_BUSY') {
    return new StartProblem(`数据文件夹 ${home} 正被另一个万家程序使用，请先关掉它再启动。`);
  }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
    return new StartProblem(
      `数据文件夹 ${home} 里的数据已损坏，请删除这个文件夹后重新启动（里面只有合成数据）。`,
    );
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'EACCES') {
    return new StartProblem(`数据文件夹 ${home} 打不开，请检查它的读写权限。`);
  }
  return error;
}
