const PREFIX = 'desk.draft.';

/**
 * What a clerk began to write and has not sent. It lives with the tab (also through a reload, a sign-in,
 * or a closed tab that is opened again) and never longer: sign-out removes it, and nothing goes to localStorage.
 */
export const drafts = {
  read: (name: string): unknown => {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (name: string, value: unknown): void => {
    try {
      sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // A full or forbidden storage only costs the copy; what is on the screen stays.
    }
  },
  forget: (name: string): void => {
    try {
      sessionStorage.removeItem(PREFIX + name);
    } catch {
      // see above
    }
  },
};

/** Removes every draft of this tab. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
