import { staffApi } from '@assist/contracts';
import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { call } from '../platform/api.ts';
import { idleSeconds, touch, useSecondsLeft } from '../platform/idle.ts';
import { useStaff } from '../platform/session.tsx';
import { whenSignedOut } from '../platform/session-end.ts';

/** Two minutes are enough to come back from the next desk. */
const BEFORE = 120;

/** Less than the shortest time a session lasts without anybody. Milliseconds. */
const SAY_EVERY = 120_000;

/** The server hears at once that somebody is there; what it answers shows by itself. */
const say = (): void => void call(staffApi.staffMe, {}).catch(() => undefined);

const words = (seconds: number): string => (seconds > 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`);

/** Before a session ends because nobody is there: what will happen, that nothing written is lost, and how to stay. */
export function IdleDialog() {
  const { idleMinutes } = useStaff();
  const left = useSecondsLeft(idleMinutes, BEFORE);
  const over = left === 0;
  useEffect(() => {
    if (over) whenSignedOut.tell();
  }, [over]);
  useEffect(() => {
    // Whoever reads for half an hour asks nothing of the server, and is there all the same.
    const timer = setInterval(() => idleSeconds() * 1000 < SAY_EVERY && say(), SAY_EVERY);
    return () => clearInterval(timer);
  }, []);
  if (left === undefined) return null;

  const stay = (): void => {
    touch();
    say();
  };
  return (
    <Modal
      open
      zIndex={1200}
      title="您还在吗"
      onCancel={stay}
      footer={
        <Button type="primary" onClick={stay}>
          我还在
        </Button>
      }
    >
      <p>有一会儿没有人动这台电脑了。再过 {words(left)}，要请您重新登录，免得别人用您的名字办事。</p>
      <p>写了一半的都留着，登录以后回到这一页接着写。</p>
    </Modal>
  );
}
