import './watermark.css';
import { fullMomentText } from '../platform/dates.ts';
import { useStaff } from '../platform/session.tsx';

/** Who looked at it, where, when and what for, over the whole picture and on its print. */
export function Watermark({ at }: { readonly at: number }) {
  const staff = useStaff();
  const text = `${staff.office.name} ${staff.name} ${fullMomentText(at)} 仅用于办理社会救助`;
  return (
    <div className="watermark" aria-hidden="true">
      {Array.from({ length: 12 }, (_, i) => (
        <span key={i}>{text}</span>
      ))}
    </div>
  );
}
