import './met-dialog.css';
import type { AuthenticationView, Whom } from '@assist/contracts';
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { civilDayOf } from '../platform/dates.ts';
import { type PaperPhoto, useRegisterMet } from '../platform/register-met.ts';
import { useStaff } from '../platform/session.tsx';
import { MET_WORDS, type MetContact, type MetForm, metProblem, metWhom, wantsSecond } from './met-form.ts';
import { PaperFields } from './paper-fields.tsx';
import { ProblemBox } from './problem-note.tsx';

const BY_HAND = Object.keys(MET_WORDS) as MetContact[];
const MOST_PHOTOS = 6;

interface MetDialogProps {
  /** A member of a household in the register; absent: somebody by the paper in the clerk's hand. */
  readonly member?: { readonly whom: Whom; readonly name: string };
  readonly onClose: () => void;
}

/** Writes down that somebody was met, with a photo of the paper if there is one; two names where the rule wants two. */
export function MetDialog({ member, onClose }: MetDialogProps) {
  const staff = useStaff();
  const today = civilDayOf(Date.now());
  const [form, setForm] = useState<MetForm>({
    contact: undefined,
    on: today,
    where: '',
    second: '',
    name: '',
    kind: 'resident-identity',
    number: '',
  });
  const [photos, setPhotos] = useState<readonly PaperPhoto[]>([]);
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState<AuthenticationView | null>(null);
  const met = useRegisterMet();
  const change = (part: Partial<MetForm>): void => setForm((f) => ({ ...f, ...part }));
  const missing = metProblem(form, member !== undefined, staff.name, today);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (missing || !form.contact) return;
    const { contact, on, where, second } = form;
    const got = await met.register(
      {
        whom: metWhom(form, member?.whom),
        contact,
        on: on as never,
        ...(where.trim() && { where: where.trim() }),
        ...(second.trim() && { secondName: second.trim() }),
      },
      photos,
    );
    if (got) setDone(got);
  };
  if (done)
    return (
      <Modal open title="登记好了" onCancel={onClose} footer={<Button onClick={onClose}>关上</Button>} destroyOnHidden>
        <p>
          {done.whoName}：{done.sentence.sentence}
        </p>
        <p className="sub nums">{done.number}</p>
        <p>
          没有手机、没有微信的，<Link to={`/letters/${done.authenticationId}`}>打一张大字告知信</Link>给他带走。
        </p>
      </Modal>
    );
  return (
    <Modal
      open
      title={member ? `见过 ${member.name}` : '登记一个人'}
      onCancel={onClose}
      onOk={send}
      okText={met.busy ? '正在送' : '登记，算今年认证'}
      cancelText="先不登记"
      confirmLoading={met.busy}
      destroyOnHidden
    >
      {!member && (
        <>
          <p className="sub">册上找不到的也收，镇上再核。看着证件写。</p>
          <label htmlFor="met-name">姓名，照证件写</label>
          <Input id="met-name" maxLength={50} autoComplete="off" value={form.name} onChange={(e) => change({ name: e.target.value })} />
          <PaperFields id="met" value={{ kind: form.kind, number: form.number }} onChange={change} />
        </>
      )}
      <p className="met__how">怎么见到的</p>
      <Radio.Group
        className="met__ways"
        value={form.contact}
        onChange={(e) => change({ contact: e.target.value as MetContact })}
        aria-label="怎么见到的"
      >
        {BY_HAND.map((id) => (
          <Radio key={id} value={id}>
            {MET_WORDS[id]}
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor="met-on">哪天</label>
      <Input id="met-on" type="date" max={today} value={form.on} onChange={(e) => change({ on: e.target.value })} />
      <label htmlFor="met-where">在哪里（可以不写）</label>
      <Input id="met-where" maxLength={100} value={form.where} onChange={(e) => change({ where: e.target.value })} />
      <label htmlFor="met-second">{wantsSecond(form) ? '第二个人的名字（这一种要两个人）' : '第二个人的名字（可以不写）'}</label>
      <Input id="met-second" maxLength={30} value={form.second} onChange={(e) => change({ second: e.target.value })} />
      <Photos photos={photos} onChange={setPhotos} />
      <p className="field-note" aria-live="polite">
        {asked && missing}
      </p>
      {met.problem && <ProblemBox problem={met.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}

/** Photos of the paper, if there is one. Nothing leaves this computer before it is registered. */
function Photos({ photos, onChange }: { readonly photos: readonly PaperPhoto[]; readonly onChange: (p: readonly PaperPhoto[]) => void }) {
  const add = (list: FileList | null): void =>
    onChange([...photos, ...[...(list ?? [])].map((file) => ({ fileId: crypto.randomUUID(), file }))].slice(0, MOST_PHOTOS));
  return (
    <div className="met__photos">
      <input
        id="met-photos"
        className="met__file"
        type="file"
        multiple
        accept="image/jpeg,image/png"
        disabled={photos.length >= MOST_PHOTOS}
        onChange={(e) => {
          add(e.target.files);
          e.target.value = '';
        }}
      />
      <label htmlFor="met-photos" className="met__pick">
        加纸的照片
      </label>
      <span className="sub">没有就不加，最多 {MOST_PHOTOS} 张</span>
      {photos.length > 0 && (
        <ul>
          {photos.map((one, n) => (
            <li key={one.fileId}>
              第 {n + 1} 张，{Math.ceil(one.file.size / 1024)} KB
              <Button type="link" size="small" onClick={() => onChange(photos.filter((p) => p !== one))}>
                不要这张
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
