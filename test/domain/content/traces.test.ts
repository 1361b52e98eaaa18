import { TRACE_KINDS, tracesIn, tracesSentence } from '@domain/content/traces';
import { INNOCENT_TEXTS, TRACED_TEXTS } from './trace-corpus';

const RECALL_MIN = 0.99;
const FALSE_ALARMS_MAX = 0.02;

describe('what of a person stands in a text', () => {
  it('is found in 99 of a hundred texts that hold it, however it is written', () => {
    const missed = TRACED_TEXTS.filter(({ text, kind }) => !tracesIn(text).includes(kind));
    expect(new Set(TRACED_TEXTS.map(({ kind }) => kind))).toEqual(new Set(TRACE_KINDS));
    expect(1 - missed.length / TRACED_TEXTS.length).toBeGreaterThanOrEqual(RECALL_MIN);
  });

  it('is not seen in more than two of a hundred texts that hold nothing of it', () => {
    const alarms = INNOCENT_TEXTS.filter((text) => tracesIn(text).length > 0);
    expect(new Set([...INNOCENT_TEXTS, ...TRACED_TEXTS.map(({ text }) => text)]).size).toBe(500);
    expect(alarms.length / INNOCENT_TEXTS.length).toBeLessThanOrEqual(FALSE_ALARMS_MAX);
  });

  it('is said as a sentence, each kind once', () => {
    const text = '电话 100 1234 5678，也可以 10012345678，住3号楼2单元501';
    expect(tracesSentence(tracesIn(text))).toBe('别人也会看到，请去掉手机号、门牌号');
  });

  it('is looked for in ten thousand characters at once', () => {
    const startedAt = performance.now();
    for (const text of [
      '1 '.repeat(5_000),
      '3号楼'.repeat(3_000),
      '住家'.repeat(5_000),
      '1-1-'.repeat(2_500),
    ]) {
      tracesIn(text);
    }
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
