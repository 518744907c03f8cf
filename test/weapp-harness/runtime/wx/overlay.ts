/** Where WeChat's own sheets, dialogs and toasts appear, above the pages. */
export function overlay(): HTMLElement {
  const found = document.getElementById('weapp-overlay');
  if (found === null) throw new Error('the harness page has no overlay');
  return found;
}

function block(className: string, role: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute('role', role);
  made.append(...content);
  overlay().append(made);
  return made;
}

/** A dialog with its texts and buttons; resolves with the name of the button the person taps. */
export function askPerson(texts: readonly string[], buttons: readonly string[], label?: string): Promise<string> {
  return new Promise((answer) => {
    const made = block('weapp-dialog', 'dialog', ...texts.filter((text) => text !== '').map((text) => paragraph(text)));
    if (label !== undefined) made.setAttribute('aria-label', label);
    for (const name of buttons) {
      const button = document.createElement('button');
      button.textContent = name;
      button.onclick = () => {
        made.remove();
        answer(name);
      };
      made.append(button);
    }
  });
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

let toast: HTMLElement | undefined;

export function showToast(title: string, durationMs: number | undefined): void {
  toast?.remove();
  toast = block('weapp-toast', 'status', title);
  const shown = toast;
  if (durationMs !== undefined) setTimeout(() => shown.remove(), durationMs);
}

export function hideToast(): void {
  toast?.remove();
  toast = undefined;
}
