import './opened-header.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';

interface OpenedHeaderProps {
  readonly title: string;
  readonly back: string;
  /** What one goes back to. */
  readonly backTo?: string;
  readonly pills: readonly string[];
  readonly number?: string | undefined;
  /** Buttons at the right. */
  readonly children?: ReactNode;
}

/** Whose it is, how it came, and its number. */
export function OpenedHeader({ title, back, backTo = '队列', pills, number, children }: OpenedHeaderProps) {
  return (
    <header className="chead">
      <div className="chead__t">
        <Link className="cback" to={back}>
          <Icon name="back" />
          {backTo}
        </Link>
        <h1>{title}</h1>
        {pills.map((pill) => (
          <span key={pill} className="pill">
            {pill}
          </span>
        ))}
        <div className="chead__a">{children}</div>
        {number && <span className="chead__n nums">{number}</span>}
      </div>
    </header>
  );
}
