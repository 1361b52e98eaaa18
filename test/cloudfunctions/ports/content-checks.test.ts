import { wechatChecks } from '../../../cloudfunctions/ports/content-checks';

/** A check that answers in turn what the platform would. */
function answering(...answers: readonly (object | Error)[]) {
  const asked: object[] = [];
  const checks = wechatChecks(() =>
    Promise.resolve((request: object) => {
      const answer = answers[asked.length] ?? answers[0]!;
      asked.push(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    }),
  );
  const check = (text: string) => checks.check({ kind: 'notice', text, openid: () => 'author' });
  return { check, asked };
}

const saying = (suggest: string) => ({ errCode: 0, result: { suggest, label: 100 } });
const failing = (errCode: number) => Object.assign(new Error('refused'), { errCode });

describe("WeChat's check of texts", () => {
  it.each([
    ['pass', 'passed'],
    ['review', 'doubtful'],
    ['risky', 'risky'],
    ['something new', 'doubtful'],
  ])('is read by its verdict and not by its error code: %s', async (suggest, verdict) => {
    const { check, asked } = answering(saying(suggest));
    expect(await check('周六打扫楼道')).toBe(verdict);
    expect(asked).toEqual([{ openid: 'author', scene: 3, version: 2, content: '周六打扫楼道' }]);
  });

  it('is asked in pieces of 2,500, of which the strictest holds', async () => {
    const { check, asked } = answering(saying('pass'), saying('review'), saying('pass'));
    expect(await check('好'.repeat(6_000))).toBe('doubtful');
    expect(asked).toHaveLength(3);
  });

  it("holds what one of the project's words holds, whatever it says", async () => {
    expect(await answering(saying('pass')).check('代开发票')).toBe('risky');
  });

  it('leaves to a person a text whose author was away too long', async () => {
    expect(await answering(failing(61010)).check('好')).toBe('unchecked');
  });

  it('throws where nobody answers, and where an answer holds no verdict', async () => {
    await expect(answering(failing(-1)).check('好')).rejects.toThrow('refused');
    await expect(answering({ errCode: 0 }).check('好')).rejects.toThrow('without a verdict');
  });
});
