import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../cloud-error';

/** A synthetic person who may use the product here. */
export interface Identity {
  openid: string;
  unionid: string;
  name: string;
  personas: { role: string; area: string }[];
}

/** The seeded identities, kept in `identities.json`: nobody else can call. */
export class Identities {
  private readonly path: string;
  private list: Identity[] = [];

  constructor(home: string) {
    this.path = join(home, 'identities.json');
    this.load();
  }

  load(): void {
    if (!existsSync(this.path)) {
      this.list = [];
      return;
    }
    try {
      this.list = JSON.parse(readFileSync(this.path, 'utf8')) as Identity[];
    } catch {
      throw new StartProblem(
        `身份文件 ${this.path} 已损坏，请删除数据文件夹后重新启动（里面只有合成数据）。`,
      );
    }
  }

  replace(list: Identity[]): void {
    const temporary = `${this.path}.new`;
    writeFileSync(temporary, JSON.stringify(list), { mode: 0o600 });
    renameSync(temporary, this.path);
    this.list = list;
  }

  all(): Identity[] {
    return this.list;
  }

  find(openid: unknown): Identity | undefined {
    return this.list.find((identity) => identity.openid === openid);
  }
}
