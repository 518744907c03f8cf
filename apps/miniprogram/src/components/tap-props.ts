import type { ReactNode } from 'react';
import type { Accessible } from '@/platform/accessible';

export interface TapProps extends Accessible {
  readonly className?: string;
  readonly onTap: () => void;
  readonly children?: ReactNode;
}
