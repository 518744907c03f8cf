import './urgent-bar.css';
import type { UrgentRow } from '@assist/contracts';
import { Link, useNavigate } from 'react-router';
import { momentText } from '../platform/dates.ts';
import { useUrgentCalls } from '../platform/urgent.ts';
import { useKeys } from '../platform/use-keys.ts';
import { Icon } from './icon.tsx';

/** How much of the hour is left, in words. */
export function minutesText({ state, minutesLeft }: Pick<UrgentRow, 'state' | 'minutesLeft'>): string {
  if (state === 'reached') return '说上话了，还没有结果';
  return minutesLeft > 0 ? `还有 ${minutesLeft} 分钟要回电话` : `过了 ${-minutesLeft} 分钟，还没联系上`;
}

/** Calls for help stand above everything else and cannot be closed. */
export function UrgentBar() {
  const navigate = useNavigate();
  const items = useUrgentCalls().data?.items ?? [];
  const [first] = items;
  useKeys('anywhere', { ...(first && { 'open-urgent': () => void navigate(`/urgent/${first.callId}`) }) });
  return (
    <>
      {items.map((one) => (
        <section key={one.callId} className="urgent-bar" aria-label={`急事求助 ${one.number}`}>
          <span className="urgent-bar__icon">
            <Icon name="urgent" />
          </span>
          <p className="urgent-bar__what">
            <b>{one.about}</b>
            {one.place}
            {one.soundSeconds ? `，录音 ${one.soundSeconds} 秒` : ''}，{momentText(one.receivedAt)} 送到
            {one.safe === 'no' ? '，家里人不安全' : ''}
            {one.claimedBy ? `，在 ${one.claimedBy.name} 手上` : ''}
          </p>
          <span className="urgent-bar__left nums">{minutesText(one)}</span>
          <Link className="btn-link" to={`/urgent/${one.callId}`}>
            打开
          </Link>
        </section>
      ))}
    </>
  );
}
