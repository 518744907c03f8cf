import './phone.css';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { momentText } from '../platform/dates.ts';

/** 居民看到的: cards as on the phone, from the same data. Without any, why there is nothing to see. */
export function PhoneDrawer({
  none,
  onClose,
  children,
}: {
  readonly none?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Drawer open size={460} title="居民看到的" onClose={onClose} destroyOnHidden>
      {none ? (
        <p className="empty">{none}</p>
      ) : (
        <>
          <p className="sub">和手机上是同一份数据、同样的话；样子以小程序为准。</p>
          <div className="phone">{children}</div>
        </>
      )}
    </Drawer>
  );
}

interface StandingProps {
  readonly title: string;
  readonly number: string;
  readonly steps: readonly { readonly at: string; readonly state: string; readonly sentence: string }[];
}

/** Where it stands, its number, and what happened so far. */
export const PhoneStanding = ({ title, number, steps }: StandingProps) => (
  <section className="phone__card">
    <h3>{title}</h3>
    <p className="nums">{number}</p>
    <ol className="phone__line">
      {steps.map((one) => (
        <li key={`${one.at}-${one.state}`}>
          {one.sentence}
          <small className="nums">{momentText(one.at)}</small>
        </li>
      ))}
    </ol>
  </section>
);

interface HolderProps {
  readonly holder: { readonly office: { readonly name: string; readonly phone?: string | undefined }; readonly clerk?: string | undefined };
  readonly children?: ReactNode;
}

/** Who has it, and how to reach them. */
export const PhoneHolder = ({ holder, children }: HolderProps) => (
  <section className="phone__card">
    <h3>现在在谁手里</h3>
    <p>
      {holder.office.name}
      {holder.clerk && `，${holder.clerk}`}
    </p>
    <p>{holder.office.phone ?? '电话还没查到，可以到窗口'}</p>
    {children}
  </section>
);
