import { componentOf } from '../runtime/engine';
import { FIELD_PROPS, type BuiltIn, type Definition } from './definition';

function builtIns(root: HTMLElement, tag: string): BuiltIn[] {
  return [...root.querySelectorAll(tag)].flatMap((node) => {
    const found = componentOf(node);
    return found === undefined ? [] : [found as unknown as BuiltIn];
  });
}

function groupOf(self: BuiltIn, tag: string): BuiltIn | undefined {
  return componentOf(self.$$.closest(tag)) as unknown as BuiltIn | undefined;
}

function checkedValues(group: BuiltIn): unknown[] {
  return builtIns(group.$$, 'wx-checkbox')
    .filter(({ data }) => data.checked)
    .map(({ data }) => data.value);
}

function checkedValue(group: BuiltIn): unknown {
  return builtIns(group.$$, 'wx-radio').find(({ data }) => data.checked)?.data.value ?? '';
}

function uncheck(group: BuiltIn, tag: string): void {
  for (const one of builtIns(group.$$, tag)) one.setData({ checked: false });
}

function toggleCheckbox(self: BuiltIn): void {
  if (self.data.disabled) return;
  self.setData({ checked: !self.data.checked });
  const group = groupOf(self, 'wx-checkbox-group');
  group?.triggerEvent('change', { value: checkedValues(group) });
}

function chooseRadio(self: BuiltIn): void {
  if (self.data.disabled || self.data.checked) return;
  const group = groupOf(self, 'wx-radio-group');
  if (group !== undefined) uncheck(group, 'wx-radio');
  self.setData({ checked: true });
  group?.triggerEvent('change', { value: self.data.value });
}

function toggleSwitch(self: BuiltIn): void {
  if (self.data.disabled) return;
  self.setData({ checked: !self.data.checked });
  self.triggerEvent('change', { value: self.data.checked });
}

const CHOICE = {
  props: { value: String, checked: Boolean, disabled: Boolean, color: String },
  reflect: ['checked', 'disabled'],
};

export const choices: Record<string, Definition> = {
  checkbox: { ...CHOICE, role: 'checkbox', activate: toggleCheckbox, tap: toggleCheckbox },
  radio: { ...CHOICE, role: 'radio', activate: chooseRadio, tap: chooseRadio },
  switch: {
    role: 'switch',
    props: { ...FIELD_PROPS, checked: Boolean, type: String, color: String },
    reflect: ['checked', 'disabled'],
    activate: toggleSwitch,
    tap: toggleSwitch,
    field: {
      read: (self) => self.data.checked,
      clear: (self) => {
        self.setData({ checked: false });
      },
    },
  },
  'checkbox-group': {
    props: FIELD_PROPS,
    field: {
      read: checkedValues,
      clear: (self) => {
        uncheck(self, 'wx-checkbox');
      },
    },
  },
  'radio-group': {
    role: 'radiogroup',
    props: FIELD_PROPS,
    field: {
      read: checkedValue,
      clear: (self) => {
        uncheck(self, 'wx-radio');
      },
    },
  },
};
