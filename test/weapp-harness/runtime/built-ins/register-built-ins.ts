import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_TAGS } from '../../built-in-tags.ts';
import { emptyBox, form, image, label, navigator, richText, swiper } from './boxes.ts';
import { type BuiltIn, type BuiltInSpec, isOn } from './built-in.ts';
import { button } from './button.ts';
import { canvas } from './canvas.ts';
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchControl } from './choices.ts';
import { picker } from './picker.ts';
import { scrollView } from './scroll-view.ts';
import { textControl } from './text-control.ts';

type ComponentSpace = InstanceType<typeof glassEasel.ComponentSpace>;
const EMPTY_BOXES = ['map', 'video', 'audio', 'camera', 'web-view', 'editor', 'live-player', 'live-pusher', 'picker-view', 'movable-view'];
const ALWAYS = ['hidden', 'name', 'ariaRole', 'ariaLabel', 'ariaHidden'];

/** Makes WeChat's own components on glass-easel's, with the properties that this build's WXML uses. */
export function registerBuiltIns(
  own: ComponentSpace,
  target: ComponentSpace,
  tagAttributes: Readonly<Record<string, readonly string[]>>,
  wx: Record<string, unknown>,
): void {
  const specs: Record<string, BuiltInSpec> = {
    button,
    canvas,
    checkbox,
    'checkbox-group': checkboxGroup,
    form,
    image,
    input: textControl('input'),
    label,
    navigator: navigator(wx),
    picker,
    radio,
    'radio-group': radioGroup,
    'rich-text': richText,
    'scroll-view': scrollView,
    slider,
    swiper,
    switch: switchControl,
    textarea: textControl('textarea'),
  };
  for (const tag of EMPTY_BOXES) specs[tag] = emptyBox(tag);

  for (const tag of BUILT_IN_TAGS) {
    const spec = specs[tag] ?? {};
    const names = new Set([...ALWAYS, ...(tagAttributes[tag] ?? []).map(camelCase)]);
    let definition = own.define(`wx://${tag}`).options({ writeIdToDOM: false } as never) as unknown as Definition;
    for (const name of names) definition = definition.property(name, { type: null, value: undefined });
    definition = definition.lifetime('created', function (this: BuiltIn) {
      (this as { spec: BuiltInSpec }).spec = spec;
      spec.create?.(this);
    });
    for (const name of names) {
      definition = definition.observer(name, function (this: BuiltIn) {
        changed(this, name, this.data[name]);
      });
    }
    target.setGlobalUsingComponent(tag, definition.registerComponent() as never);
  }
}

/** The few verbs of glass-easel's definition chain used here; its own types fix the properties at compile time. */
interface Definition {
  property(name: string, options: { type: null; value: unknown }): Definition;
  lifetime(name: 'created', run: (this: BuiltIn) => void): Definition;
  observer(name: string, run: (this: BuiltIn) => void): Definition;
  registerComponent(): unknown;
}

function changed(component: BuiltIn, name: string, value: unknown): void {
  // A change may come after its element was taken out of the page.
  if ((component.$$ as HTMLElement | null) === null) return;
  if (name === 'hidden') component.$$.style.display = isOn(value) ? 'none' : '';
  else if (name.startsWith('aria')) setAria(component, name, value);
  else if (value !== undefined && value !== null) component.spec.update?.(component, name, value);
}

/** `ariaLabel` → `aria-label`, `ariaRole` → `role`, on what a screen reader meets. An empty value says nothing, as in WeChat. */
function setAria(component: BuiltIn, name: string, value: unknown): void {
  const control = component.control;
  const target = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : undefined;
  const typed = target !== undefined && target.getAttribute('aria-hidden') !== 'true' ? target : component.$$;
  const attribute = name === 'ariaRole' ? 'role' : kebabCase(name);
  if (value === undefined || value === null || value === '') {
    if (attribute !== 'role' || !component.$$.matches('wx-button,wx-radio,wx-checkbox,wx-switch,wx-radio-group'))
      typed.removeAttribute(attribute);
    return;
  }
  typed.setAttribute(attribute, String(value));
  if (name === 'ariaLabel' && component.$$.localName === 'wx-image' && !component.$$.hasAttribute('role'))
    component.$$.setAttribute('role', 'img');
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
