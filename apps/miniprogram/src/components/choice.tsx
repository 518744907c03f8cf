import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { Icon, type IconName } from './icon';
import { Tap } from './tap';

export interface Option<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly under?: string;
  readonly icon?: IconName;
}

interface OneOf<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

const Mark = ({ on, square, className = '' }: { readonly on: boolean; readonly square?: boolean; readonly className?: string }) => (
  <View className={`choice__mark ${square ? 'choice__mark--square' : ''} ${className}`}>{on ? <Icon name="check" /> : null}</View>
);

/** One of several, each on a line of its own. */
export function Choices<T extends string>({ label, options, value, onChange }: OneOf<T>) {
  return (
    <View className="choices" {...accessible({ role: 'radiogroup', label })}>
      {options.map((o) => (
        <Choice key={o.value} option={o} on={o.value === value} onTap={() => onChange(o.value)} />
      ))}
    </View>
  );
}

/** A single choice, for groups whose lines hold more than words. */
export function Choice<T extends string>({
  option,
  on,
  onTap,
  many,
}: {
  readonly option: Option<T>;
  readonly on: boolean;
  readonly onTap: () => void;
  readonly many?: boolean;
}) {
  return (
    <Tap
      className={`choice ${on ? 'choice--on' : ''}`}
      role={many ? 'checkbox' : 'radio'}
      checked={on}
      label={option.under ? `${option.title}，${option.under}` : option.title}
      onTap={onTap}
    >
      <Mark on={on} {...(many && { square: true })} />
      {option.icon ? <Icon name={option.icon} /> : null}
      <View className="choice__body">
        <View className="choice__title">{option.title}</View>
        {option.under ? <View className="choice__under">{option.under}</View> : null}
      </View>
    </Tap>
  );
}

interface SegmentsLook<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
}

/** Short answers beside each other, one of them: under a picture where all have one, as wide as each other where a line below says more. */
export function Segments<T extends string>({ label, options, value, onChange }: OneOf<T>) {
  const look = options.every((o) => o.icon) ? 'segments--pictured' : options.every((o) => o.under) ? 'segments--tabs' : '';
  return (
    <View className={`segments ${look}`} {...accessible({ role: 'radiogroup', label })}>
      {options.map((o) => (
        <Tap
          key={o.value}
          className={`segment ${o.value === value ? 'segment--on' : ''}`}
          role="radio"
          checked={o.value === value}
          label={o.under ? `${o.title}，${o.under}` : o.title}
          onTap={() => onChange(o.value)}
        >
          {o.icon ? <Icon name={o.icon} /> : null}
          {o.title}
          {o.under ? <View className="segment__under">{o.under}</View> : null}
        </Tap>
      ))}
    </View>
  );
}

/** Short answers beside each other: any number of them, each with a tick. */
export function ManySegments<T extends string>({
  label,
  options,
  values,
  onChange,
}: SegmentsLook<T> & { readonly values: readonly T[]; readonly onChange: (values: T[]) => void }) {
  return (
    <View className="segments" {...accessible({ role: 'group', label })}>
      {options.map((o) => {
        const on = values.includes(o.value);
        return (
          <Tap
            key={o.value}
            className={`segment ${on ? 'segment--on' : ''}`}
            role="checkbox"
            checked={on}
            label={o.title}
            onTap={() => onChange(on ? values.filter((v) => v !== o.value) : [...values, o.value])}
          >
            {on ? <Icon name="check" /> : null}
            {o.title}
          </Tap>
        );
      })}
    </View>
  );
}

/** One consent of its own; never ticked beforehand. */
export function AgreeBox({
  on,
  onChange,
  label,
  children,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Tap className={`agree ${on ? 'agree--on' : ''}`} role="checkbox" checked={on} label={label} onTap={() => onChange(!on)}>
      <Mark on={on} square className="agree__mark" />
      <View className="agree__body">{children}</View>
    </Tap>
  );
}

/** On or off at once, without a save button. */
export function Switch({
  label,
  on,
  onChange,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <Tap className={`switch ${on ? 'switch--on' : ''}`} role="switch" checked={on} label={label} onTap={() => onChange(!on)}>
      <View className="switch__track">
        <View className="switch__knob" />
      </View>
    </Tap>
  );
}
