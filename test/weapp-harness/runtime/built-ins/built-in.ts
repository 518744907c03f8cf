/** A built-in component while it lives. `data` holds its properties in camel case. */
export interface BuiltIn {
  readonly $$: HTMLElement;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly spec: BuiltInSpec;
  /** The browser's own control inside, where there is one. */
  control?: HTMLInputElement | HTMLTextAreaElement | HTMLImageElement | HTMLCanvasElement | undefined;
  /** What a picker was last set to. */
  picked?: unknown;
  triggerEvent(name: string, detail: unknown, options: { bubbles: boolean; composed: boolean }): void;
}

/** How one tag behaves. All parts are optional: most tags are boxes. */
export interface BuiltInSpec {
  create?(component: BuiltIn): void;
  /** A property changed; its value is neither undefined nor null. */
  update?(component: BuiltIn, name: string, value: unknown): void;
  /** It was tapped, or the label around it. */
  activate?(component: BuiltIn, target: Element | null): void;
  /** What a form sends under its name. */
  formValue?(component: BuiltIn): unknown;
  formReset?(component: BuiltIn): void;
  submit?(component: BuiltIn): void;
  reset?(component: BuiltIn): void;
}

/** Only taps and touches bubble in WeChat; what a component tells of itself does not. */
export function fire(component: BuiltIn, name: string, detail: unknown = {}): void {
  component.triggerEvent(name, detail, { bubbles: false, composed: false });
}

export function builtInOf(node: Element | null | undefined): BuiltIn | undefined {
  const component = (node as { __wxElement?: BuiltIn } | null | undefined)?.__wxElement;
  return component?.spec === undefined ? undefined : component;
}

/** The nearest built-in of this tag around a component. */
export function around(component: BuiltIn, tag: string): BuiltIn | undefined {
  return builtInOf(component.$$.parentElement?.closest(`wx-${tag}`));
}

/** The built-ins inside a component that a selector finds, in their order. */
export function inside(component: BuiltIn, selector: string): BuiltIn[] {
  return [...component.$$.querySelectorAll(selector)].map((node) => builtInOf(node)).filter((found) => found !== undefined);
}

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text?: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A boolean property as WXML writes it: `disabled`, `disabled="true"`, `disabled="{{false}}"`. */
export function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 'false';
}
