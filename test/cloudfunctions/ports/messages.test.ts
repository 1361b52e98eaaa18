import { MESSAGES } from '@domain/inbox/message';
import { MESSAGE_TEMPLATES, TEMPLATE_OF } from '@domain/inbox/message-template';
import { readTemplates, wechatMessages, type Push } from '../../../cloudfunctions/ports/messages';

const REGISTERED = readTemplates('reviewResult=abc_1:thing1:time2');
const PUSH: Push = {
  key: 'message1',
  userId: 'user1',
  openid: () => 'wx-a',
  template: 'reviewResult',
  title: '登记确认好了',
  at: Date.parse('2026-03-10T01:00:00Z'),
};

function answering(answer: () => Promise<unknown>): {
  sent: object[];
  port: ReturnType<typeof wechatMessages>;
} {
  const sent: object[] = [];
  const send = (message: object): Promise<unknown> => {
    sent.push(message);
    return answer();
  };
  return { sent, port: wechatMessages(REGISTERED, () => Promise.resolve(send)) };
}

describe('WeChat’s message', () => {
  it('is a title, a time and the page of messages, and nothing else', async () => {
    const { sent, port } = answering(() => Promise.resolve({}));

    expect(await port.send(PUSH)).toBe('sent');

    expect(sent).toEqual([
      {
        touser: 'wx-a',
        templateId: 'abc_1',
        page: 'packages/home/pages/inbox/inbox',
        data: { thing1: { value: '登记确认好了' }, time2: { value: '3月10日 09:00' } },
      },
    ]);
  });

  it('is refused where the person has allowed none, and fails loudly otherwise', async () => {
    const refusing = answering(() => Promise.reject(Object.assign(new Error(), { errCode: 43101 })));
    const broken = answering(() => Promise.reject(Object.assign(new Error('busy'), { errCode: -1 })));

    expect(await refusing.port.send(PUSH)).toBe('refused');
    await expect(broken.port.send(PUSH)).rejects.toThrow('busy');
  });

  it('goes out for registered templates alone', () => {
    const { port } = answering(() => Promise.resolve({}));

    expect(MESSAGE_TEMPLATES.filter((template) => port.carries(template))).toEqual(['reviewResult']);
  });

  it.each(['reviewResult', 'reviewResult=abc', 'lottery=a:thing1:time2', '{"reviewResult":{}}'])(
    'is not read from %s',
    (text) => {
      expect(() => readTemplates(text)).toThrow('WANJIA_TEMPLATES');
    },
  );

  it('may be registered for nothing', () => {
    expect(readTemplates('')).toEqual({});
  });

  it('has a title that the platform takes, and a template, for every kind', () => {
    for (const [kind, { title }] of Object.entries(MESSAGES)) {
      expect([kind, title.length <= 20, title.includes('{')]).toEqual([kind, true, false]);
      expect(MESSAGE_TEMPLATES).toContain(TEMPLATE_OF[kind as keyof typeof MESSAGES]);
    }
  });
});
