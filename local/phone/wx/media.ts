/** Voice and films: a voice of a cloud file ends at once, for the laptop has none; a channel cannot be opened. */
import type { InterfaceGroup } from './interfaces';

function silentVoice(): object {
  const ended: (() => void)[] = [];
  return {
    src: '',
    onEnded: (listener: () => void) => void ended.push(listener),
    onError: () => undefined,
    play: () => {
      for (const listener of ended) listener();
    },
    stop: () => undefined,
    destroy: () => undefined,
  };
}

export const media: InterfaceGroup = {
  options: {
    openChannelsActivity: () => {
      throw new Error('no channel on a laptop');
    },
  },
  plain: { createInnerAudioContext: silentVoice },
};
