// Toast, loading, dialog and action sheet in weui's look. One toast or loading at a time, as on a phone.
import { find, make } from '../runtime/engine';
import { text, type InterfaceGroup, type Options } from './interfaces';

let shown: { element: HTMLElement; kind: 'toast' | 'loading' } | undefined;

const ICONS: Readonly<Record<string, string>> = {
  success: 'weui-icon-success-no-circle',
  error: 'weui-icon-warn',
  loading: 'wxp-spin',
};

function hide(kind: 'toast' | 'loading'): void {
  if (shown?.kind !== kind) return;
  shown.element.remove();
  shown = undefined;
}

function show(kind: 'toast' | 'loading', title: string, icon: string): HTMLElement {
  shown?.element.remove();
  const words = make('p', 'weui-toast__content', title);
  const parts = icon === '' ? [words] : [make('i', `${icon} weui-icon_toast`), words];
  const box = make('div', icon === '' ? 'weui-toast weui-toast_text' : 'weui-toast', parts);
  box.setAttribute('role', 'alert');
  const element = make('div', 'wxp-popup', [box]);
  find('.wxp-over').append(element);
  shown = { element, kind };
  return element;
}

function showToast(options: Options): void {
  const icon = text(options, 'icon', 'success');
  const element = show('toast', text(options, 'title'), ICONS[icon] ?? '');
  setTimeout(
    () => {
      if (shown?.element === element) hide('toast');
    },
    typeof options['duration'] === 'number' ? options['duration'] : 1500,
  );
}

interface DialogButton {
  label: string;
  isPrimary?: boolean;
}

interface Dialog {
  title: string;
  content: string;
  buttons: DialogButton[];
  /** With an input, its first text. */
  editable?: { value: string; placeholder: string };
}

/** Shows a dialog; answers the index of the button and what was typed. */
export function askDialog({
  title,
  content,
  buttons,
  editable,
}: Dialog): Promise<{ index: number; typed: string }> {
  return new Promise((resolve) => {
    const input = make('input', 'wxp-dialog-input') as HTMLInputElement;
    if (editable !== undefined) Object.assign(input, editable);
    const element = make('div', 'wxp-popup');
    const links = buttons.map(({ label, isPrimary }, index) => {
      const link = make(
        'button',
        `weui-dialog__btn weui-dialog__btn_${isPrimary === true ? 'primary' : 'default'}`,
        label,
      );
      link.addEventListener('click', () => {
        element.remove();
        resolve({ index, typed: input.value });
      });
      return link;
    });
    const body = make('div', 'weui-dialog__bd', editable === undefined ? content : [input]);
    const head =
      title === '' ? [] : [make('div', 'weui-dialog__hd', [make('strong', 'weui-dialog__title', title)])];
    const box = make('div', 'weui-dialog', [...head, body, make('div', 'weui-dialog__ft', links)]);
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    element.append(make('div', 'weui-mask'), box);
    // A touch's ghost click must hit what was below, not the dialog that has just opened.
    setTimeout(() => find('.wxp-over').append(element), 60);
  });
}

async function showModal(options: Options): Promise<object> {
  const content = text(options, 'content');
  const isEditable = options['editable'] === true;
  const cancel = options['showCancel'] === false ? [] : [{ label: text(options, 'cancelText', '取消') }];
  const buttons = [...cancel, { label: text(options, 'confirmText', '确定'), isPrimary: true }];
  const { index, typed } = await askDialog({
    title: text(options, 'title'),
    content,
    buttons,
    ...(isEditable ? { editable: { value: content, placeholder: text(options, 'placeholderText') } } : {}),
  });
  const confirm = index === buttons.length - 1;
  return { confirm, cancel: !confirm, content: isEditable && confirm ? typed : null };
}

/** Shows a sheet of choices; rejects with "cancel". */
export function askSheet(itemList: readonly string[]): Promise<{ tapIndex: number }> {
  return new Promise((resolve, reject) => {
    const element = make('div', 'wxp-popup');
    const cell = (label: string, run: () => void): HTMLElement => {
      const button = make('button', 'weui-actionsheet__cell', label);
      button.addEventListener('click', () => {
        element.remove();
        run();
      });
      return button;
    };
    const cancel = (): void => {
      reject(new Error('cancel'));
    };
    const items = itemList.map((label, tapIndex) =>
      cell(label, () => {
        resolve({ tapIndex });
      }),
    );
    const sheet = make('div', 'weui-actionsheet weui-actionsheet_toggle', [
      make('div', 'weui-actionsheet__menu', items),
      make('div', 'weui-actionsheet__action', [cell('取消', cancel)]),
    ]);
    sheet.setAttribute('role', 'dialog');
    element.append(make('div', 'weui-mask'), sheet);
    setTimeout(() => find('.wxp-over').append(element), 60);
  });
}

export const popups: InterfaceGroup = {
  options: {
    showToast,
    hideToast: () => {
      hide('toast');
    },
    showLoading: (options) => {
      show('loading', text(options, 'title'), 'wxp-spin');
    },
    hideLoading: () => {
      hide('loading');
    },
    showModal,
    showActionSheet: ({ itemList }) => askSheet(itemList as string[]),
  },
};
