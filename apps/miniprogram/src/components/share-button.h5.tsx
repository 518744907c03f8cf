import { useState } from 'react';
import { copyText } from '@/platform/copy-text';
import { Button } from './button';

/** A browser has no list of people: the address is copied, and sent by hand. */
export function ShareButton({ link }: { readonly children: string; readonly link: string }) {
  const [done, setDone] = useState<string>();
  return (
    <Button busyText="正在抄" onTap={async () => setDone((await copyText(link)) ? '抄好了，发给他本人' : '没抄成，用下面的码')}>
      {done ?? '抄下链接，发给他'}
    </Button>
  );
}
