import type { ReactNode } from 'react';

/** One-colour line drawings on a grid of 24. There is always a word beside them; readers skip them. */
const DRAWINGS = {
  queue: (
    <>
      <path d="M4 13.5 6.5 5.5h11l2.5 8v5h-16z" />
      <path d="M4 13.5h4.5c.4 1.7 1.7 2.6 3.5 2.6s3.1-.9 3.5-2.6H20" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.6" />
      <path d="M5 19.6c.8-3.6 3.6-5.4 7-5.4s6.2 1.8 7 5.4" />
    </>
  ),
  swap: (
    <>
      <path d="M4.5 8.5h14l-3.6-3.6M19.5 15.5h-14l3.6 3.6" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8.4" r="3" />
      <path d="M3.6 18.6c.6-3.2 2.8-4.8 5.4-4.8s4.8 1.6 5.4 4.8" />
      <path d="M15.2 5.8a2.8 2.8 0 0 1 0 5.4M16.8 14.3c2 .5 3.3 2 3.7 4.3" />
    </>
  ),
  visit: (
    <>
      <path d="M4 11.2 12 4.6l8 6.6M6.2 9.8v9.6h11.6V9.8" />
      <circle cx="12" cy="12.6" r="1.8" />
      <path d="M9 19.2c.3-2 1.5-3 3-3s2.7 1 3 3" />
    </>
  ),
  money: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="m8.8 7.6 3.2 4.2 3.2-4.2M12 11.8v5M9 12.6h6M9 15h6" />
    </>
  ),
  chart: (
    <>
      <path d="M4.5 4.5v15h15" />
      <path d="M8.5 16v-4M12.5 16V8M16.5 16v-6" />
    </>
  ),
  'save-to': (
    <>
      <path d="M12 4v10.5m-4-4 4 4 4-4" />
      <path d="M4.5 15.5v4h15v-4" />
    </>
  ),
  book: (
    <>
      <path d="M12 6.4C10.2 5 7.6 4.5 4 4.9v13c3.6-.4 6.2.1 8 1.5 1.8-1.4 4.4-1.9 8-1.5v-13c-3.6-.4-6.2.1-8 1.5z" />
      <path d="M12 6.4v13" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.4" />
      <path d="m15.8 15.8 4.4 4.4" />
    </>
  ),
  offline: (
    <>
      <path d="m4 4 16 16" />
      <path d="M8.3 14.3a5.3 5.3 0 0 1 5.4-1.3M5.2 11a9.6 9.6 0 0 1 4-2.3M12.8 8.2a9.7 9.7 0 0 1 6 2.8M2.8 8A13.3 13.3 0 0 1 6 5.9M10.5 4.7A13.4 13.4 0 0 1 21.2 8" />
      <circle cx="12" cy="18.3" r="1.1" fill="currentColor" stroke="none" />
    </>
  ),
  urgent: (
    <>
      <path d="M12 3.8v2.4M5.6 6.3l1.7 1.7M18.4 6.3 16.7 8M3.6 13H6M18 13h2.4" />
      <path d="M8.3 18.5v-4.8a3.7 3.7 0 0 1 7.4 0v4.8" />
      <path d="M6 18.5h12v2H6z" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.4" />
      <path d="M12 7.2v5.1l3.3 2" />
    </>
  ),
  paper: (
    <>
      <path d="M6.5 3.6h7.2L18 8v12.4H6.5z" />
      <path d="M13.5 3.8V8.3h4.3" />
      <path d="M9.5 12.4h5M9.5 16h5" />
    </>
  ),
  papers: (
    <>
      <path d="M8.5 3.5h6.3L19 7.7v9.8H8.5z" />
      <path d="M14.6 3.7v4.2h4.2" />
      <path d="M5.5 7.5v13h9.5" />
    </>
  ),
  shield: (
    <>
      <path d="m12 3.6 7 2.5v5.4c0 4.3-2.8 7.3-7 8.9-4.2-1.6-7-4.6-7-8.9V6.1z" />
      <path d="m8.9 12 2.2 2.2 4.2-4.4" />
    </>
  ),
  warn: (
    <>
      <path d="M12 4.2 20.8 19H3.2z" />
      <path d="M12 10v4.2" />
      <circle cx="12" cy="16.6" r="0.95" fill="currentColor" stroke="none" />
    </>
  ),
  down: <path d="m5.5 9 6.5 6.5L18.5 9" />,
  tick: <path d="m5 12.6 4.5 4.5L19 7.3" />,
  back: <path d="M15 5 8 12l7 7" />,
  forward: <path d="m9 5.5 6.5 6.5L9 18.5" />,
  pencil: (
    <>
      <path d="m5 19 1-4.3L15.7 5a2.1 2.1 0 0 1 3 3L9.2 17.9z" />
      <path d="m14 6.7 3 3" />
    </>
  ),
  half: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M12 3.8a8.2 8.2 0 0 0 0 16.4z" fill="currentColor" />
    </>
  ),
  'ring-tick': (
    <>
      <circle cx="12" cy="12" r="8.4" />
      <path d="m8.1 12.3 2.8 2.8 5-5.4" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="1.8" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
      <path d="M12 14.3v2" />
    </>
  ),
  photo: (
    <>
      <rect x="4" y="5" width="16" height="14" rx="1.8" />
      <circle cx="9" cy="10" r="1.6" />
      <path d="m4.5 17 4.7-4.2 3.3 2.9 2.9-2.6 4.1 3.7" />
    </>
  ),
  'dashed-ring': <circle cx="12" cy="12" r="8.2" strokeDasharray="3.2 3.3" />,
  ring: <circle cx="12" cy="12" r="8.2" />,
  print: (
    <>
      <path d="M7 9V4h10v5" />
      <rect x="4" y="9" width="16" height="7.5" rx="1.5" />
      <path d="M7 14h10v6H7z" />
    </>
  ),
  trail: (
    <>
      <path d="M8 6.5h11.5M8 12h11.5M8 17.5h11.5" />
      <circle cx="4.6" cy="6.5" r="1" fill="currentColor" stroke="none" />
      <circle cx="4.6" cy="12" r="1" fill="currentColor" stroke="none" />
      <circle cx="4.6" cy="17.5" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  phone: (
    <path d="M6.3 4h2.5l1.6 4-2 1.5a11.6 11.6 0 0 0 6.1 6.1l1.5-2 4 1.6v2.5A2.3 2.3 0 0 1 17.7 20 13.9 13.9 0 0 1 4 6.3 2.3 2.3 0 0 1 6.3 4z" />
  ),
  eye: (
    <>
      <path d="M3 12c2.2-4 5.2-6 9-6s6.8 2 9 6c-2.2 4-5.2 6-9 6s-6.8-2-9-6z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  rotate: (
    <>
      <path d="M18.6 8.2A7.6 7.6 0 1 0 19.6 12" />
      <path d="M19.2 4v4.6h-4.6" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  two: (
    <>
      <rect x="3.5" y="5" width="7.5" height="14" rx="1.5" />
      <rect x="13" y="5" width="7.5" height="14" rx="1.5" />
    </>
  ),
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  refresh: (
    <>
      <path d="M19.5 12a7.5 7.5 0 0 1-13.6 4.3M4.5 12a7.5 7.5 0 0 1 13.6-4.3" />
      <path d="M18.5 3.8v4.2h-4.2M5.5 20.2v-4.2h4.2" />
    </>
  ),
  keys: (
    <>
      <rect x="3" y="6.5" width="18" height="11" rx="1.8" />
      <path d="M6.8 10h.01M10.3 10h.01M13.8 10h.01M17.2 10h.01M8 14h8" />
    </>
  ),
  out: (
    <>
      <path d="M13.5 4.5h-8v15h8" />
      <path d="M10 12h10M16.5 8.5 20 12l-3.5 3.5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
export type IconName = keyof typeof DRAWINGS;

/** A drawing in the colour of the words beside it. */
export function Icon({ name, size = 20, strong = false }: { readonly name: IconName; readonly size?: number; readonly strong?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={strong ? 2.4 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
