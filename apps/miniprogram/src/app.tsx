import { residentApi } from '@assist/contracts';
import type { PropsWithChildren } from 'react';
import './app.scss';

console.log(residentApi.me.path);
export default function App({ children }: PropsWithChildren) {
  return children;
}
