// What a deployment consists of, read from the places that declare it: database/*.json and each function's config.json.
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const DATABASE = path.join(ROOT, 'cloudfunctions/database');
const FUNCTIONS = path.join(ROOT, 'cloudfunctions/functions');
export const CLOUDBASERC = path.join(ROOT, 'cloudbaserc.json');

/** A runtime cannot be changed after a function was created. */
const RUNTIME = 'Nodejs20.19';
const FUNCTION_ROOT = 'dist/cloudfunctions';

interface Variable {
  readonly name: string;
  readonly need: '必须' | '没有就留空' | '不设';
  readonly meaning: string;
  /** The one function that reads it; every function where nothing stands here. */
  readonly of?: string;
}

/** Variables of the functions. A value never stands in a file of the repository. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'WANJIA_ROOT_KEY',
    need: '必须',
    meaning: '根密钥：32 字节随机数的 base64url，只放在云函数环境变量里，另存 2-of-3 纸质分割',
  },
  {
    name: 'WANJIA_LINK_BASE',
    need: '没有就留空',
    meaning: '门贴普通链接二维码的网址开头，已备案域名，如 https://域名/路径',
    of: 'print',
  },
  {
    name: 'WANJIA_TEMPLATES',
    need: '没有就留空',
    meaning: '订阅消息模板，写法见运维手册第 3 节；没有就只有小程序里的消息',
    of: 'inbox',
  },
  {
    name: 'WANJIA_TEST_NUMBERS',
    need: '不设',
    meaning: '允许 100 开头的测试手机号；正式环境不要设置',
  },
];

export interface IndexPlan {
  readonly name: string;
  readonly fields: readonly (readonly [field: string, direction: 1 | -1])[];
  readonly unique: boolean;
}

export interface FunctionPlan {
  readonly name: string;
  readonly memory: number;
  readonly timeout: number;
  /** Whether the mini-program may call it. */
  readonly client: boolean;
  /** Interfaces of the platform that the function calls in the mini-program's name. */
  readonly permissions?: { readonly openapi: readonly string[] };
  readonly triggers: readonly { readonly name: string; readonly type: string; readonly config: string }[];
}

export interface DeploymentPlan {
  readonly collections: readonly string[];
  readonly indexes: Readonly<Record<string, readonly IndexPlan[]>>;
  readonly rules: Readonly<Record<string, { readonly read: boolean; readonly write: boolean }>>;
  readonly functions: readonly FunctionPlan[];
}

export function readDeploymentPlan(): DeploymentPlan {
  const rules = readJson('rules.json') as { collections: DeploymentPlan['rules'] };
  return {
    collections: readJson('collections.json') as DeploymentPlan['collections'],
    indexes: readJson('indexes.json') as DeploymentPlan['indexes'],
    rules: rules.collections,
    functions: functionNames().map(readFunction),
  };
}

function readJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(DATABASE, name), 'utf8'));
}

function functionNames(): string[] {
  return fs
    .readdirSync(FUNCTIONS)
    .filter((name) => fs.existsSync(path.join(FUNCTIONS, name, 'main.ts')))
    .sort();
}

function readFunction(name: string): FunctionPlan {
  const file = path.join(FUNCTIONS, name, 'config.json');
  return { name, ...(JSON.parse(fs.readFileSync(file, 'utf8')) as Omit<FunctionPlan, 'name'>) };
}

/** What is wrong with the declarations; empty when they can be deployed. */
export function planProblems({ collections, indexes, rules, functions }: DeploymentPlan): string[] {
  const open = collections.filter((name) => {
    const rule = rules[name];
    return rule === undefined || rule.read || rule.write;
  });
  const unknown = [...Object.keys(indexes), ...Object.keys(rules)].filter(
    (name) => !collections.includes(name),
  );
  const slow = functions.filter(({ timeout }) => !(timeout >= 1 && timeout <= 60));
  return [
    ...open.map((name) => `集合 ${name} 没有关闭客户端读写`),
    ...[...new Set(unknown)].map((name) => `${name} 有索引或规则，但没有在 collections.json 里声明`),
    ...slow.map(({ name }) => `云函数 ${name} 的超时不在 1 到 60 秒之间`),
  ];
}

/** The text of cloudbaserc.json. Values of `{{env…}}` come from the deployer's own environment. */
export function printCloudbaserc({ functions }: DeploymentPlan): string {
  const declaration = {
    version: '2.0',
    envId: '{{env.WANJIA_ENV_ID}}',
    functionRoot: FUNCTION_ROOT,
    functions: functions.map(({ name, memory, timeout, triggers }) => ({
      name,
      type: 'Event',
      runtime: RUNTIME,
      handler: 'index.main',
      installDependency: false,
      memorySize: memory,
      timeout,
      envVariables: variablesOf(name),
      triggers,
    })),
  };
  return `${JSON.stringify(declaration, null, 2)}\n`;
}

function variablesOf(functionName: string): Record<string, string> {
  const own = VARIABLES.filter(({ need, of = functionName }) => need !== '不设' && of === functionName);
  return Object.fromEntries(own.map(({ name }) => [name, `{{env.${name}}}`]));
}

/** The plan for a person, step by step, without any value of a variable. */
export function printPlan({ collections, indexes, rules, functions }: DeploymentPlan): string[] {
  const indexLines = Object.entries(indexes).flatMap(([collection, list]) =>
    list.map((index) => `  ${collection}.${index.name}  ${fieldsOf(index)}${index.unique ? '  唯一' : ''}`),
  );
  const timers = functions.flatMap(({ name, triggers }) =>
    triggers.map((trigger) => `  ${name}.${trigger.name}  ${trigger.config}（七段，按 Asia/Shanghai 核对）`),
  );
  return [
    '万家部署预演：不登录任何账号，也不改任何东西',
    '',
    `一、建集合 ${collections.length} 个`,
    ...collections.map((name) => `  ${name}`),
    '',
    `二、建索引 ${indexLines.length} 个`,
    ...indexLines,
    '',
    `三、数据库规则 ${Object.keys(rules).length} 条：客户端一律不能读、不能写`,
    '',
    `四、云函数 ${functions.length} 个，${RUNTIME}（建好后不能改），代码在 ${FUNCTION_ROOT}`,
    ...functions.map(functionLine),
    '',
    `五、定时器 ${timers.length} 个`,
    ...timers,
    '',
    '六、云函数的环境变量（这里只写名字，不写值）',
    ...VARIABLES.map(({ name, need, meaning, of = '每个函数' }) => `  ${name}  ${of}  ${need}  ${meaning}`),
  ];
}

function fieldsOf({ fields }: IndexPlan): string {
  return fields.map(([field, direction]) => (direction === 1 ? field : `${field}↓`)).join(', ');
}

function functionLine({ name, memory, timeout, client, permissions }: FunctionPlan): string {
  const rule = client ? 'auth != null' : 'false';
  const openapi = permissions === undefined ? '' : `  云调用 ${permissions.openapi.join('、')}`;
  return `  ${name.padEnd(10)}${memory} MB  ${timeout} 秒  调用规则 ${rule}${openapi}`;
}
