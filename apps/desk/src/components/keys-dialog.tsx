import './keys-dialog.css';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { KEYS, type KeyPlace, setSingleKeys, singleKeysOn } from '../platform/keyboard.ts';

const PLACES: readonly (readonly [KeyPlace, string])[] = [
  ['queue', '队列'],
  ['case', '一件'],
  ['photo', '看照片'],
  ['urgent', '急事求助'],
  ['anywhere', '哪里都行'],
];
const KEY_NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };
const keyName = (key: string): string => KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Modal open title="有哪些键" footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <div className="keys">
        {PLACES.map(([place, title]) => (
          <section key={place}>
            <h3>{title}</h3>
            <dl>
              {KEYS.filter((k) => k.where === place).map((k) => (
                <div key={k.action}>
                  <dt>
                    <kbd>{keyName(k.key)}</kbd>
                  </dt>
                  <dd>{k.says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        checked={on}
        onChange={(e) => {
          setSingleKeys(e.target.checked);
          setOn(e.target.checked);
        }}
      >
        用单个字母的键（只记在这台电脑上）
      </Checkbox>
      <p className="sub">受理、放回没有快捷键，怕按错。Tab 和回车到处都能用。</p>
    </Modal>
  );
}
