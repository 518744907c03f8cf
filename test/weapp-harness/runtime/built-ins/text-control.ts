import { type BuiltInSpec, element, fire, isOn } from './built-in.ts';

const INPUT_MODES: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text', text: 'text' };
const DEFAULT_MAX_LENGTH = 140;

/** `<input>` and `<textarea>`. Their aria-* go to the browser's control, which is what a screen reader meets. */
export function textControl(tag: 'input' | 'textarea'): BuiltInSpec {
  return {
    create(component) {
      const control = element(tag);
      component.control = control;
      component.$$.appendChild(control);
      control.addEventListener('input', () => {
        const max = Number(component.data.maxlength ?? DEFAULT_MAX_LENGTH);
        if (max >= 0 && control.value.length > max) control.value = control.value.slice(0, max);
        fire(component, 'input', { value: control.value, cursor: control.selectionStart ?? 0, keyCode: 0 });
      });
      control.addEventListener('focus', () => fire(component, 'focus', { value: control.value, height: 0 }));
      control.addEventListener('blur', () => fire(component, 'blur', { value: control.value, cursor: control.selectionStart ?? 0 }));
      control.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') fire(component, 'confirm', { value: control.value });
      });
    },
    update(component, name, value) {
      const control = component.control as HTMLInputElement;
      if (name === 'value') {
        if (control.value !== String(value)) control.value = String(value);
      } else if (name === 'disabled') control.disabled = isOn(value);
      else if (name === 'placeholder') control.placeholder = String(value);
      else if (name === 'password' && tag === 'input') control.type = isOn(value) ? 'password' : 'text';
      else if (name === 'type' && tag === 'input') {
        if (value === 'safe-password') control.type = 'password';
        control.inputMode = INPUT_MODES[String(value)] ?? 'text';
      } else if (name === 'focus' && isOn(value)) setTimeout(() => control.focus());
    },
    formValue: (component) => (component.control as HTMLInputElement).value,
    formReset: (component) => {
      (component.control as HTMLInputElement).value = '';
    },
  };
}
