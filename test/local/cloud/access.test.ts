import { request } from 'node:http';
import { StartProblem } from '../../../local/cloud/cloud-error';
import { startLocalCloud } from '../../../local/cloud/start';
import { openCloud, WORKER, writeFolders, type TestCloud } from './cloud';

let cloud: TestCloud;
let closed: TestCloud;
beforeAll(async () => {
  const functions = {
    open: { code: 'exports.main = async (event) => event;' },
    internal: { code: 'exports.main = async () => "secret";', config: { client: false } },
  };
  cloud = await openCloud({ collections: ['notes'], functions });
  closed = await openCloud({ functions, options: { control: false } });
});
afterAll(() => Promise.all([cloud.close(), closed.close()]));

/** A request such as other programs on the machine could send: every header is free, Host too. */
function raw(
  method: string,
  path: string,
  { headers = {}, body = '{}' }: { headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: cloud.port,
        method,
        path,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            headers: reply.headers,
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(method === 'GET' || method === 'OPTIONS' ? undefined : body);
  });
}

const ROUTES: [string, string][] = [
  ['POST', '/admin'],
  ['POST', '/invoke/open'],
  ['POST', '/files/a.txt'],
  ['PUT', '/cos/a.txt'],
  ['GET', '/cos/a.txt'],
  ['GET', '/personas'],
  ['GET', '/status'],
  ['GET', '/'],
  ['POST', '/control/reset'],
];

describe.each(ROUTES)('%s %s', (method, path) => {
  it.each<[string, Record<string, string>]>([
    ['another Host', { host: 'evil.example' }],
    ['another port in Host', { host: '127.0.0.1:1' }],
    ['another Origin', { origin: 'https://evil.example' }],
    ['the Origin null', { origin: 'null' }],
    ['a site that is not ours', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s', async (_name, headers) => {
    const reply = await raw(method, path, { headers: { 'x-wanjia-openid': WORKER.openid, ...headers } });
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });

  it('answers no preflight, and no header opens it to others', async () => {
    const reply = await raw('OPTIONS', path);
    expect(reply.status).toBe(403);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the SDK route', () => {
  it.each<[string, Record<string, string>]>([
    ['no credential', {}],
    ['a wrong credential', { authorization: 'TC3-HMAC-SHA256 Credential=guess/day/tcb/tc3_request' }],
    ['an identity only', { 'x-wanjia-openid': WORKER.openid }],
  ])('is refused to %s', async (_name, headers) => {
    const reply = await raw('POST', '/admin', {
      headers,
      body: JSON.stringify({ action: 'database.getDocument', collectionName: 'notes' }),
    });
    expect(reply.status).toBe(401);
  });
});

describe('the client route', () => {
  it('knows seeded identities only', async () => {
    expect((await cloud.call('open', {}, 'openid-nobody')).body).toMatchObject({
      ok: false,
      problem: { code: 'UNAUTHENTICATED' },
    });
    expect((await cloud.post('/invoke/open', {})).status).toBe(401);
    expect(
      (await raw('POST', '/files/a.txt', { headers: { 'x-wanjia-openid': 'openid-nobody' } })).status,
    ).toBe(401);
  });

  it('refuses other content types, unknown functions and functions kept from clients', async () => {
    const form = await raw('POST', '/invoke/open', {
      headers: { 'content-type': 'text/plain', 'x-wanjia-openid': WORKER.openid },
    });
    expect(form.status).toBe(415);
    for (const name of ['missing', '..%2Fopen', '']) expect((await cloud.call(name, {})).status).toBe(404);
    expect(await cloud.call('internal', {})).toMatchObject({
      status: 403,
      body: { problem: { code: 'FORBIDDEN' } },
    });
    expect((await cloud.app.callFunction({ name: 'internal', data: {} })).result).toBe('secret');
  });

  it('leaves forged ids in the event, so that a function which trusts them is found out', async () => {
    const forged = { procedure: 'x', openid: 'forged', userInfo: { openId: 'forged' } };
    expect((await cloud.call('open', forged)).body).toEqual(forged);
  });

  it('keeps uploads below the inbox of their owner', async () => {
    const { body } = await cloud.post('/files/photo.jpg', 'bytes', { 'x-wanjia-openid': WORKER.openid });
    expect(body['fileID']).toMatch(/^cloud:\/\/local\.local-bucket\/inbox\/[0-9a-f]{16}\/photo\.jpg$/);
    const escaping = await raw('POST', '/files/..%2F..%2Fx', {
      headers: { 'x-wanjia-openid': WORKER.openid },
    });
    expect(escaping.status).toBe(400);
  });
});

describe('object storage', () => {
  it('takes an upload once, and reads only by an address that is genuine and in time', async () => {
    const { fileID } = await cloud.app.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('text') });
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
    const url = fileList[0]?.tempFileURL ?? '';
    const reply = await fetch(url);
    expect(await reply.text()).toBe('text');
    expect(reply.headers.get('content-disposition')).toBe('attachment');
    expect((await fetch(url.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).status).toBe(403);
    expect((await fetch(url.replace('b.txt', 'c.txt'))).status).toBe(403);
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
    await cloud.post('/control/clock', { advance: 61_000 });
    expect((await fetch(url)).status).toBe(403);
    expect(
      (
        await fetch(`${cloud.url}/cos/a/b.txt`, {
          method: 'PUT',
          body: 'x',
          headers: { authorization: 'q-ticket=guess' },
        })
      ).status,
    ).toBe(403);
  });

  it.each(['../x', 'a/../../x', 'a\\b', 'a//b', '汉.txt', 'a\u0000b', '/abs', 'x'.repeat(256), 'a%2e%2e'])(
    'refuses the path %j',
    async (cloudPath) => {
      await expect(cloud.app.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      });
    },
  );
});

describe('the controls', () => {
  it.each(['reset', 'seed', 'clock', 'faults'])(
    '%s is refused where nobody asked for controls',
    async (name) => {
      expect((await closed.post(`/control/${name}`, {})).status).toBe(403);
    },
  );
});

describe('start', () => {
  const folders = writeFolders({});
  const start = (changes: object): Promise<unknown> => startLocalCloud({ port: 0, ...folders, ...changes });

  it.each<[string, () => object, RegExp]>([
    ['a taken port', () => ({ port: cloud.port }), /端口 \d+ 已被占用/],
    ['no built functions', () => ({ functions: '/nonexistent' }), /npm run build/],
    ['a data folder in use', () => ({ home: cloud.home }), /正被另一个万家程序使用/],
    ['no declarations', () => ({ database: '/nonexistent' }), /collections\.json/],
  ])('refuses %s in one sentence', async (_name, changes, sentence) => {
    const refusal = start(changes());
    await expect(refusal).rejects.toBeInstanceOf(StartProblem);
    await expect(refusal).rejects.toMatchObject({ message: expect.stringMatching(sentence) });
  });

  it('refuses production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(start({})).rejects.toMatchObject({
      name: 'StartProblem',
      message: expect.stringContaining('生产'),
    });
    process.env['NODE_ENV'] = before;
  });
});
