import { overlay } from '../wx/overlay.ts';
import { type BuiltIn, type BuiltInSpec, element, fire, isOn } from './built-in.ts';

/** The system's picker, as a sheet at the bottom with 取消 and 确定. */
export const picker: BuiltInSpec = {
  create: (component) => {
    if (!component.$$.hasAttribute('role')) component.$$.setAttribute('aria-haspopup', 'dialog');
  },
  activate(component) {
    if (isOn(component.data.disabled)) return;
    const sheet = element('div');
    sheet.className = 'weapp-sheet';
    sheet.setAttribute('role', 'dialog');
    const mode = String(component.data.mode ?? 'selector');
    const { content, read } = mode === 'selector' || mode === 'multiSelector' ? columns(component, mode) : field(component, mode);
    const cancel = element('button', '取消');
    const ok = element('button', '确定');
    cancel.onclick = () => {
      sheet.remove();
      fire(component, 'cancel');
    };
    ok.onclick = () => {
      component.picked = read();
      sheet.remove();
      fire(component, 'change', { value: component.picked });
    };
    sheet.append(cancel, ok, content);
    overlay().append(sheet);
  },
  formValue: (component) => component.picked ?? component.data.value,
};

interface Body {
  readonly content: HTMLElement;
  readonly read: () => unknown;
}

function columns(component: BuiltIn, mode: string): Body {
  const { range, rangeKey, value } = component.data;
  const single = mode === 'selector';
  const lists = (single ? [range ?? []] : range) as unknown[][];
  const chosen: number[] = single ? [Number(value ?? 0)] : [...((value as number[] | undefined) ?? lists.map(() => 0))];
  const content = element('div');
  content.className = 'columns';
  lists.forEach((list, column) => {
    const ul = element('ul');
    ul.setAttribute('role', 'listbox');
    list.forEach((option, index) => {
      const li = element(
        'li',
        typeof rangeKey === 'string' && rangeKey !== '' ? String((option as Record<string, unknown>)[rangeKey]) : String(option),
      );
      li.setAttribute('role', 'option');
      li.setAttribute('aria-selected', String(index === chosen[column]));
      li.onclick = () => {
        chosen[column] = index;
        for (const other of ul.children) other.setAttribute('aria-selected', String(other === li));
        if (!single) fire(component, 'columnchange', { column, value: index });
      };
      ul.append(li);
    });
    content.append(ul);
  });
  // A single choice comes as text in WeChat.
  return { content, read: () => (single ? String(chosen[0]) : chosen) };
}

function field(component: BuiltIn, mode: string): Body {
  const { value, start, end, fields } = component.data;
  const input = element('input');
  input.type = mode === 'time' ? 'time' : mode === 'date' ? (fields === 'month' ? 'month' : fields === 'year' ? 'number' : 'date') : 'text';
  input.value = Array.isArray(value) ? value.join(',') : String(value ?? '');
  if (typeof start === 'string') input.min = start;
  if (typeof end === 'string') input.max = end;
  const inRange = () => {
    if (input.min !== '' && input.value < input.min) return input.min;
    return input.max !== '' && input.value > input.max ? input.max : input.value;
  };
  return { content: input, read: () => (mode === 'region' ? input.value.split(',') : inRange()) };
}
