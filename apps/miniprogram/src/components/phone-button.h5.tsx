import { codeFromSandbox } from '@/platform/sandbox-phone.h5';
import { Button } from './button';

export function PhoneButton({ children, onCode }: { readonly children: string; readonly onCode: (code: string) => void | Promise<void> }) {
  return (
    <Button
      kind="second"
      onTap={async () => {
        const answer = await codeFromSandbox('phone-code');
        if ('code' in answer) await onCode(answer.code);
      }}
    >
      {children}
    </Button>
  );
}
