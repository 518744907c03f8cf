import type { Application } from '@/application/application';
import { Note } from '@/components/note';
import { useStore } from '@/platform/store';

/** The sentence the last check left at one field, e.g. `members.1.birthDate`. */
export function useFix(app: Application, path: string): string | undefined {
  return useStore(app.fixes).find((f) => f.path.replace(/^form\./, '') === path)?.sentence;
}

/** What the last check left on this screen, at fields that have no place of their own here. */
export function Fixes({
  app,
  under,
  except = [],
}: {
  readonly app: Application;
  readonly under: string;
  readonly except?: readonly string[];
}) {
  const here = useStore(app.fixes).filter((f) => {
    const path = f.path.replace(/^form\./, '');
    return path.startsWith(under) && !except.includes(path);
  });
  if (here.length === 0) return null;
  return (
    <Note tone="attention" title="这里请再看一下">
      {here.map((f) => f.sentence).join('；')}
    </Note>
  );
}
