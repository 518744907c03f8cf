/** The sign of the product: two rivers that become one. The full name always stands beside it. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--primary)" />
      <path d="M7 8.5c.5 6 4.5 8.2 9 11.5" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M25 8.5c-.3 5.5-3.5 8.3-9 11.5-2.8 1.7-4 3.2-4.5 5.5" fill="none" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}
