import { phone } from '../runtime/phone';
import type { Listener } from '../runtime/route';
import { askDialog } from './popups';
import { text, type InterfaceGroup, type Options } from './interfaces';

/** Leaves after asking, where the page wants to be asked. */
async function navigateBack(options: Options): Promise<void> {
  const { pages } = phone();
  const question = pages.top.leaveQuestion;
  if (question !== undefined && options['asked'] === true) {
    const { index } = await askDialog({
      title: '',
      content: question,
      buttons: [{ label: '取消' }, { label: '确定', isPrimary: true }],
    });
    if (index === 0) throw new Error('cancel');
  }
  pages.navigateBack(typeof options['delta'] === 'number' ? { delta: options['delta'] } : {});
}

export const routes: InterfaceGroup = {
  options: {
    navigateTo: (options) =>
      phone().pages.navigateTo({
        url: text(options, 'url'),
        events: (options['events'] ?? {}) as Record<string, Listener>,
      }),
    redirectTo: (options) => {
      phone().pages.redirectTo({ url: text(options, 'url') });
    },
    switchTab: (options) => {
      phone().pages.switchTab({ url: text(options, 'url') });
    },
    reLaunch: (options) => {
      phone().pages.reLaunch({ url: text(options, 'url') });
    },
    navigateBack,
    enableAlertBeforeUnload: (options) => {
      phone().pages.top.leaveQuestion = text(options, 'message');
    },
    disableAlertBeforeUnload: () => {
      phone().pages.top.leaveQuestion = undefined;
    },
  },
};
