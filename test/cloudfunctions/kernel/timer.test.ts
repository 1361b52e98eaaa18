import { timerNameOf } from '../../../cloudfunctions/kernel/timer';

const EVENT = { Type: 'Timer', TriggerName: 'rollUp' };

describe('a timer', () => {
  it('is what the platform calls as one, without a person', () => {
    expect(timerNameOf(EVENT, { openid: '', source: 'timer' })).toBe('rollUp');
  });

  it.each([
    { openid: 'somebody', source: 'timer' },
    { openid: '', source: 'functions' },
    { openid: '', source: 'wx_http' },
    { openid: '', source: '' },
  ])('is not what merely looks like one: $openid $source', (caller) => {
    expect(timerNameOf(EVENT, caller)).toBeUndefined();
  });

  it.each([undefined, null, 'Timer', {}, { ...EVENT, Type: 'Http' }, { Type: 'Timer' }])(
    'has a type and a name: %p',
    (event) => {
      expect(timerNameOf(event, { openid: '', source: 'timer' })).toBeUndefined();
    },
  );
});
