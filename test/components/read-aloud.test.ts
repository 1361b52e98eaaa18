import { mount, type Mounted } from './mounted';

const VOICE = 'cloud://street.files/voice/useState.mp3';

/** A phone that plays until the test says that it is over, or that there is nothing to play. */
function phoneThatPlays() {
  const told = { ended: (): void => undefined, failed: (): void => undefined };
  const context = {
    src: '',
    onEnded: (listener: () => void) => (told.ended = listener),
    onError: (listener: () => void) => (told.failed = listener),
    play: jest.fn(),
    stop: jest.fn(),
    destroy: jest.fn(),
  };
  Object.assign(wx, { createInnerAudioContext: () => context });
  return { context, told };
}

const button = (): Mounted => mount('pages/census/form/read-aloud', { voice: VOICE, large: true });

describe('read aloud', () => {
  it('reads the question and says that it can be stopped until it is over', async () => {
    const { context, told } = phoneThatPlays();
    const question = button();
    expect(question.words).toBe('念给我听');

    await question.tap('.button');
    const whileSpeaking = question.words;
    told.ended();

    expect(context).toMatchObject({ src: VOICE });
    expect(context.play).toHaveBeenCalledTimes(1);
    expect([whileSpeaking, question.words]).toEqual(['先不念了', '念给我听']);
  });

  it('falls silent at a second tap, and when another question comes', async () => {
    const { context } = phoneThatPlays();
    const question = button();

    await question.tap('.button');
    await question.tap('.button');
    expect([context.stop.mock.calls.length, question.words]).toEqual([1, '念给我听']);
    await question.tap('.button');
    question.change({ voice: 'cloud://street.files/voice/headName.mp3' });

    expect([context.stop.mock.calls.length, question.words]).toEqual([2, '念给我听']);
  });

  it('goes where its recording is missing, and stands there again at the next question', async () => {
    const { told } = phoneThatPlays();
    const question = button();

    await question.tap('.button');
    told.failed();
    const whereMissing = question.words;
    question.change({ voice: 'cloud://street.files/voice/headName.mp3' });

    expect([whereMissing, question.words]).toEqual(['', '念给我听']);
  });
});
