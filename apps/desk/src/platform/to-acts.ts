import { useKeys } from './use-keys.ts';

/** What can be done now, the step itself before the card beside it. Only gone to, never pressed: nothing is decided by one letter. */
const ACTS = [
  '.rstep--now .ant-btn',
  '.acts .ant-btn-primary:not(:disabled)',
  '.acts .btn-link',
  '.acts :is(button:not(:disabled), a)',
  '.acts',
];

/** The key that brings the keyboard to what is to be done on a page. */
export function useToActs(): void {
  useKeys('case', {
    'to-acts': () => {
      for (const one of ACTS) {
        const found = document.querySelector<HTMLElement>(one);
        if (!found) continue;
        if (one === '.acts') found.tabIndex = -1;
        found.focus();
        return;
      }
    },
  });
}
