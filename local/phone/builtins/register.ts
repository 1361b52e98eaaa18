import type * as glassEasel from 'glass-easel';
import { kebab } from '../runtime/engine';
import { choices } from './choices';
import { containers } from './containers';
import type { BuiltIn, BuiltInEvent, Definition } from './definition';
import { formParts, learnFields } from './form';
import { media } from './media';
import { picker } from './picker';
import { textFields } from './text-fields';

const DEFINITIONS: Record<string, Definition> = {
  ...containers,
  ...textFields,
  ...choices,
  ...formParts,
  ...media,
  ...picker,
};

const ARIA = (
  'Role Label Hidden Modal Expanded Haspopup Owns Controls Disabled Checked Live Describedby Labelledby Invalid Level ' +
  'Selected Pressed Current Busy Valuenow Valuemin Valuemax Valuetext Required Errormessage Orientation Sort'
)
  .split(' ')
  .map((name) => `aria${name}`);

const COMMON = {
  hidden: Boolean,
  role: String,
  tabindex: null,
  animation: null,
  hoverClass: String,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
  hoverStopPropagation: Boolean,
  ...Object.fromEntries(ARIA.map((name) => [name, null])),
};

interface Spaces {
  globalSpace: glassEasel.ComponentSpace;
  mainSpace: glassEasel.ComponentSpace;
  groups: Record<string, unknown>;
  fieldBehavior: unknown;
}

export function registerBuiltins({ globalSpace, mainSpace, groups, fieldBehavior }: Spaces): void {
  learnFields(DEFINITIONS, fieldBehavior);
  for (const [tag, definition] of Object.entries(DEFINITIONS)) {
    const template = { groupList: groups, content: groups[`wx-builtin/${tag}`] };
    const component = globalSpace.defineComponent(describe(tag, definition, template));
    mainSpace.setGlobalUsingComponent(tag, component.general());
  }
}

function describe(tag: string, definition: Definition, template: unknown): Record<string, unknown> {
  const handlers = Object.entries(definition.methods ?? {}).map(([name, run]) => [
    name,
    function (this: BuiltIn, event: BuiltInEvent) {
      run(this, event);
    },
  ]);
  return {
    is: `wx-builtin/${tag}`,
    options: { multipleSlots: false },
    template,
    properties: { ...COMMON, ...definition.props },
    data: definition.data ?? {},
    methods: Object.fromEntries(handlers) as unknown,
    observers: [...ownObservers(definition), ...reflections(definition)],
    lifetimes: {
      created(this: BuiltIn & glassEasel.GeneralComponent) {
        const { tap } = definition;
        if (tap !== undefined) {
          this.addListener('tap', (event) => {
            tap(this, event as unknown as BuiltInEvent);
          });
        }
      },
      attached(this: BuiltIn) {
        if (definition.role !== undefined && !this.$$.hasAttribute('role')) {
          this.$$.setAttribute('role', definition.role);
        }
        if (definition.reflect?.includes('checked')) {
          this.$$.setAttribute('aria-checked', String(this.data.checked));
        }
        definition.attached?.(this);
      },
      detached(this: BuiltIn) {
        definition.detached?.(this);
      },
    },
  };
}

interface Observer {
  fields: string;
  observer: (this: BuiltIn, value: unknown) => void;
}

function ownObservers({ observe = {} }: Definition): Observer[] {
  return Object.entries(observe).map(([fields, run]) => ({
    fields,
    observer() {
      run(this);
    },
  }));
}

/** Mirrors properties as attributes: role and names for tests and readers, states for the sheet. */
function reflections({ reflect = [] }: Definition): Observer[] {
  return ['hidden', 'role', 'tabindex', ...ARIA, ...reflect].map((property) => ({
    fields: property,
    observer(value) {
      const attribute = property.startsWith('aria')
        ? `aria-${property.slice(4).toLowerCase()}`
        : kebab(property);
      const isState = property.startsWith('aria') && typeof value === 'boolean';
      if (property === 'checked') this.$$.setAttribute('aria-checked', String(Boolean(value)));
      write(this.$$, attribute === 'aria-role' ? 'role' : attribute, isState ? String(value) : value);
    },
  }));
}

function write(node: HTMLElement, attribute: string, value: unknown): void {
  const isText = typeof value === 'string' || typeof value === 'number';
  if (value === true || (isText && value !== '')) node.setAttribute(attribute, isText ? String(value) : '');
  else node.removeAttribute(attribute);
}
