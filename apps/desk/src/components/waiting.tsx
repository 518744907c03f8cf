import './waiting.css';
import { useEffect, useState } from 'react';

/** Empty lines as tall as what will come. After 3 seconds it says so; nothing spins. */
export function Waiting({ rows = 6, what }: { readonly rows?: number; readonly what: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status" aria-label={slow ? `网慢，还在取${what}` : `正在取${what}`}>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} />
      ))}
      <p>{slow ? `网慢，还在取${what}` : ''}</p>
    </div>
  );
}
