import { componentOf } from '../runtime/engine';
import { phone } from '../runtime/phone';
import { inner, type BuiltIn, type BuiltInEvent, type Definition, type FieldProtocol } from './definition';

const protocols = new Map<string, FieldProtocol>();
const activations = new Map<string, (self: BuiltIn) => void>();
let fieldBehavior: unknown;

/** Tells the form which built-ins are fields, and which behaviour makes a component one. */
export function learnFields(definitions: Record<string, Definition>, behavior: unknown): void {
  fieldBehavior = behavior;
  for (const [tag, { field, activate }] of Object.entries(definitions)) {
    if (field !== undefined) protocols.set(`wx-builtin/${tag}`, field);
    if (activate !== undefined) activations.set(`wx-builtin/${tag}`, activate);
  }
}

const OWN_FIELD: FieldProtocol = {
  read: (self) => self.data.value,
  clear: (self) => {
    self.setData({ value: '' });
  },
};

function fieldsOf(form: BuiltIn): { name: string; self: BuiltIn; protocol: FieldProtocol }[] {
  return [...form.$$.querySelectorAll('*')].flatMap((node) => {
    const self = componentOf(node) as unknown as BuiltIn | undefined;
    if (self === undefined || !self.data.name) return [];
    const protocol = protocols.get(self.is) ?? (self.hasBehavior(fieldBehavior) ? OWN_FIELD : undefined);
    return protocol === undefined ? [] : [{ name: self.data.name, self, protocol }];
  });
}

function submit(form: BuiltIn): void {
  const value = Object.fromEntries(
    fieldsOf(form).map(({ name, self, protocol }) => [name, protocol.read(self)]),
  );
  form.triggerEvent('submit', { value, target: { id: form.$$.id, dataset: {} } });
}

function reset(form: BuiltIn): void {
  for (const { self, protocol } of fieldsOf(form)) protocol.clear(self);
  form.triggerEvent('reset', {});
}

function onButtonTap(self: BuiltIn): void {
  if (self.data.loading) return;
  const form = componentOf(self.$$.closest('wx-form')) as unknown as BuiltIn | undefined;
  if (self.data.formType === 'submit' && form !== undefined) submit(form);
  else if (self.data.formType === 'reset' && form !== undefined) reset(form);
  if (self.data.openType !== '') void phone().openType(self);
}

const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea';

function onLabelTap(self: BuiltIn, event: BuiltInEvent): void {
  if (event.target.$$.closest(LABELLED) !== null) return;
  const node =
    self.data.for === ''
      ? inner(self, LABELLED)
      : (self.$$.closest('wx-page')?.querySelector(`#${CSS.escape(self.data.for)}`) ?? null);
  const target = componentOf(node) as unknown as BuiltIn | undefined;
  if (target !== undefined) activations.get(target.is)?.(target);
}

export const formParts: Record<string, Definition> = {
  form: { props: { reportSubmit: Boolean, reportSubmitTimeout: Number } },
  label: { props: { for: String }, tap: onLabelTap },
  button: {
    role: 'button',
    props: {
      type: { type: String, value: 'default' },
      size: String,
      plain: Boolean,
      disabled: Boolean,
      loading: Boolean,
      formType: String,
      openType: String,
      lang: String,
      hoverClass: { type: String, value: 'button-hover' },
      hoverStartTime: { type: Number, value: 20 },
      hoverStayTime: { type: Number, value: 70 },
    },
    reflect: ['type', 'size', 'plain', 'disabled'],
    tap: onButtonTap,
    activate: onButtonTap,
  },
};
