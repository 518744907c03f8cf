import { around, type BuiltIn, type BuiltInSpec, element, fire, inside, isOn } from './built-in.ts';

const box = (component: BuiltIn) => component.control as HTMLInputElement;
const chosenValue = (component: BuiltIn) => component.data.value ?? '';

/** The browser's box only shows the state; the host tells it to screen readers. */
function showBox(component: BuiltIn, type: 'radio' | 'checkbox', role: string): void {
  const control = element('input');
  control.type = type;
  control.tabIndex = -1;
  control.style.pointerEvents = 'none';
  control.setAttribute('aria-hidden', 'true');
  component.control = control;
  component.$$.prepend(control);
  component.$$.setAttribute('role', role);
  component.$$.setAttribute('aria-checked', 'false');
}

function setChecked(component: BuiltIn, checked: boolean): void {
  box(component).checked = checked;
  component.$$.setAttribute('aria-checked', String(checked));
}

const updateBox: BuiltInSpec['update'] = (component, name, value) => {
  if (name === 'checked') setChecked(component, isOn(value));
  if (name === 'disabled') {
    box(component).disabled = isOn(value);
    component.$$.setAttribute('aria-disabled', String(isOn(value)));
  }
};

export const radio: BuiltInSpec = {
  create: (component) => showBox(component, 'radio', 'radio'),
  update: updateBox,
  activate(component) {
    if (box(component).disabled || box(component).checked) return;
    const group = around(component, 'radio-group');
    if (group !== undefined) for (const other of inside(group, 'wx-radio')) setChecked(other, false);
    setChecked(component, true);
    if (group !== undefined) fire(group, 'change', { value: chosenValue(component) });
  },
};

export const checkbox: BuiltInSpec = {
  create: (component) => showBox(component, 'checkbox', 'checkbox'),
  update: updateBox,
  activate(component) {
    if (box(component).disabled) return;
    setChecked(component, !box(component).checked);
    const group = around(component, 'checkbox-group');
    if (group !== undefined) fire(group, 'change', { value: checkboxGroup.formValue?.(group) });
  },
};

export const radioGroup: BuiltInSpec = {
  create: (component) => component.$$.setAttribute('role', 'radiogroup'),
  formValue: (component) => {
    const chosen = inside(component, 'wx-radio').find((one) => box(one).checked);
    return chosen === undefined ? '' : chosenValue(chosen);
  },
};

export const checkboxGroup: BuiltInSpec = {
  formValue: (component) =>
    inside(component, 'wx-checkbox')
      .filter((one) => box(one).checked)
      .map(chosenValue),
};

export const switchControl: BuiltInSpec = {
  create: (component) => showBox(component, 'checkbox', 'switch'),
  update: updateBox,
  activate(component) {
    if (box(component).disabled) return;
    setChecked(component, !box(component).checked);
    fire(component, 'change', { value: box(component).checked });
  },
  formValue: (component) => box(component).checked,
};

export const slider: BuiltInSpec = {
  create(component) {
    const control = element('input');
    control.type = 'range';
    component.control = control;
    component.$$.appendChild(control);
    control.addEventListener('input', () => fire(component, 'changing', { value: Number(control.value) }));
    control.addEventListener('change', () => fire(component, 'change', { value: Number(control.value) }));
  },
  update(component, name, value) {
    if (name === 'min' || name === 'max' || name === 'step' || name === 'value') box(component)[name] = String(value);
  },
  formValue: (component) => Number(box(component).value),
};
