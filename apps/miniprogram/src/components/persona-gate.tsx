import type { ReactNode } from 'react';

/** WeChat knows whose phone it is. */
export function PersonaGate({ children }: { readonly children: ReactNode }) {
  return <>{children}</>;
}
