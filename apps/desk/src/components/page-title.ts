import { useEffect } from 'react';

/** Sets the title of the document. Only the name of the page: titles end in histories, so never a person in it. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · 镇街工作台`;
  }, [page]);
}
