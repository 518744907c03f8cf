import { assetUrl } from '../asset-url.ts';
import { sim } from '../sim.ts';
import { type BuiltInSpec, builtInOf, element, fire, inside } from './built-in.ts';

/** `widthFix` and `heightFix` follow the picture's own shape once it is there. */
const FITS: Readonly<Record<string, string>> = { aspectFit: 'contain', aspectFill: 'cover' };

export const image: BuiltInSpec = {
  create(component) {
    const picture = element('img');
    picture.alt = '';
    component.control = picture;
    component.$$.appendChild(picture);
    picture.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = picture;
      if (component.data.mode === 'widthFix') component.$$.style.height = `${(component.$$.clientWidth * height) / width}px`;
      if (component.data.mode === 'heightFix') component.$$.style.width = `${(component.$$.clientHeight * width) / height}px`;
      fire(component, 'load', { width, height });
    };
    picture.onerror = () => fire(component, 'error', { errMsg: `load ${picture.src} fail` });
  },
  update(component, name, value) {
    const picture = component.control as HTMLImageElement;
    if (name === 'src' && value !== '') picture.src = assetUrl(String(value));
    if (name === 'mode') picture.style.objectFit = FITS[String(value)] ?? 'fill';
  },
};

export const label: BuiltInSpec = {
  activate(component, target) {
    // A tap on the control itself has already done it.
    const control = target?.closest('wx-radio,wx-checkbox,wx-switch,wx-input,wx-button');
    if (control && control.closest('wx-label') === component.$$) return;
    const named = component.data.for;
    const meant =
      typeof named === 'string' && named !== ''
        ? builtInOf(document.querySelector(`wx-page:not([hidden]) #${CSS.escape(named)}`))
        : inside(component, 'wx-radio,wx-checkbox,wx-switch,wx-input,wx-textarea,wx-button')[0];
    if (meant?.spec.activate) meant.spec.activate(meant, target);
    else meant?.control?.focus();
  },
};

export const form: BuiltInSpec = {
  submit(component) {
    const value: Record<string, unknown> = {};
    const controls = 'wx-input,wx-textarea,wx-switch,wx-radio-group,wx-checkbox-group,wx-picker,wx-slider';
    for (const one of inside(component, controls)) {
      if (typeof one.data.name === 'string' && one.data.name !== '') value[one.data.name] = one.spec.formValue?.(one);
    }
    fire(component, 'submit', { value });
  },
  reset(component) {
    for (const one of inside(component, 'wx-input,wx-textarea')) one.spec.formReset?.(one);
    fire(component, 'reset');
  },
};

interface RichNode {
  readonly type?: string;
  readonly text?: string;
  readonly name?: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly RichNode[];
}

export const richText: BuiltInSpec = {
  update(component, name, value) {
    if (name !== 'nodes') return;
    if (typeof value === 'string') component.$$.innerHTML = value.replace(/<script[\s\S]*?<\/script>/gi, '');
    else component.$$.replaceChildren(...(value as readonly RichNode[]).map(drawRichNode));
  },
};

function drawRichNode(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  const drawn = document.createElement(node.name ?? 'div');
  for (const [name, value] of Object.entries(node.attrs ?? {})) drawn.setAttribute(name, value);
  drawn.append(...(node.children ?? []).map(drawRichNode));
  return drawn;
}

type Navigate = (option: Record<string, unknown>) => unknown;
const OPEN_TYPES: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

export const navigator = (wx: Record<string, unknown>): BuiltInSpec => ({
  activate(component) {
    const name = OPEN_TYPES[String(component.data.openType ?? 'navigate')];
    if (name !== undefined) (wx[name] as Navigate)({ url: component.data.url, delta: component.data.delta ?? 1, fail: () => undefined });
  },
});

export const swiper: BuiltInSpec = {
  create: (component) => {
    component.$$.style.overflow = 'auto';
  },
};

/** Drawn as empty boxes; a page that depends on what is inside them is told so. */
export const emptyBox = (tag: string): BuiltInSpec => ({
  create: () => {
    const text = `<${tag}> is only an empty box in the harness`;
    if (!sim.warnings.includes(text)) sim.warnings.push(text);
  },
});
