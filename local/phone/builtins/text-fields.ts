import { FIELD_PROPS, inner, type BuiltIn, type BuiltInEvent, type Definition } from './definition';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

const TEXT_PROPS = {
  ...FIELD_PROPS,
  value: { type: String, value: '' },
  placeholder: String,
  placeholderClass: String,
  placeholderStyle: String,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  cursorSpacing: Number,
  adjustPosition: Boolean,
  alwaysEmbed: Boolean,
  holdKeyboard: Boolean,
  confirmType: String,
  confirmHold: Boolean,
  cursor: Number,
  selectionStart: Number,
  selectionEnd: Number,
  showConfirmBar: Boolean,
  autoHeight: Boolean,
  fixed: Boolean,
  disableDefaultPadding: Boolean,
};

const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};
/** Hosts whose composition of Chinese characters is under way: half a syllable is no input. */
const composing = new WeakSet<HTMLElement>();

function textElement(self: BuiltIn): TextElement | null {
  return inner(self, 'input,textarea') as TextElement | null;
}

function report(self: BuiltIn): void {
  const element = textElement(self);
  if (element === null || composing.has(self.$$)) return;
  const value = element.value;
  self.setData({ value });
  grow(self);
  self.triggerEvent(
    'input',
    { value, cursor: element.selectionStart ?? value.length, keyCode: 0 },
    { bubbles: true },
  );
}

function grow(self: BuiltIn): void {
  const element = textElement(self);
  if (!self.data.autoHeight || element === null) return;
  element.style.height = 'auto';
  element.style.height = `${String(element.scrollHeight)}px`;
  self.$$.style.height = 'auto';
}

function focusWhenAsked(self: BuiltIn): void {
  const isAsked = self.data.focus || self.data.autoFocus;
  setTimeout(() => {
    const element = textElement(self);
    if (isAsked) element?.focus();
    else if (document.activeElement === element) element?.blur();
  });
}

const methods = {
  onInput: report,
  onFocus(self: BuiltIn): void {
    self.triggerEvent('focus', { value: self.data.value, height: 0 }, { bubbles: true });
  },
  onBlur(self: BuiltIn): void {
    if (self.data.focus) self.setData({ focus: false });
    self.triggerEvent('blur', { value: self.data.value, cursor: 0 }, { bubbles: true });
  },
  onNothing(): void {
    // The native change event must not reach the page: WeChat's input has none.
  },
  onCompositionStart(self: BuiltIn): void {
    composing.add(self.$$);
  },
  onCompositionEnd(self: BuiltIn): void {
    composing.delete(self.$$);
    report(self);
  },
  onKey(self: BuiltIn, event: BuiltInEvent): void {
    if (event.detail['key'] !== 'Enter' || composing.has(self.$$)) return;
    self.triggerEvent('confirm', { value: self.data.value }, { bubbles: true });
    if (!self.data.confirmHold) textElement(self)?.blur();
  },
};

const field = {
  read: (self: BuiltIn) => self.data.value,
  clear: (self: BuiltIn) => {
    self.setData({ value: '' });
  },
};

const activate = (self: BuiltIn): void => textElement(self)?.focus();

export const textFields: Record<string, Definition> = {
  input: {
    field,
    activate,
    methods,
    props: { ...TEXT_PROPS, type: { type: String, value: 'text' }, password: Boolean },
    data: { domType: 'text', inputMode: 'text' },
    observe: {
      'focus, autoFocus': focusWhenAsked,
      'type, password': function (self) {
        const isSecret = self.data.password || self.data.type === 'safe-password';
        self.setData({
          domType: isSecret ? 'password' : 'text',
          inputMode: KEYBOARDS[self.data.type] ?? 'text',
        });
      },
    },
  },
  textarea: {
    field,
    activate,
    methods,
    props: TEXT_PROPS,
    observe: {
      'focus, autoFocus': focusWhenAsked,
      'value, autoHeight': (self) =>
        setTimeout(() => {
          grow(self);
        }),
    },
  },
};
