import { Button } from './button';

export function AgreeButton({ children, onAgree }: { readonly children: string; readonly onAgree: () => void }) {
  return <Button onTap={onAgree}>{children}</Button>;
}
