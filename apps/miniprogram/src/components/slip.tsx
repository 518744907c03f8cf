import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { Icon } from './icon';

/** A slip of paper: a receipt, or a number to read out. */
export function Slip({
  title,
  sub,
  code,
  children,
}: {
  readonly title?: string;
  readonly sub?: string;
  readonly code?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <View className={`slip ${code ? 'slip--code' : ''}`} {...accessible({ role: 'article' })}>
      {title ? (
        <>
          <View className="slip__top">
            <View className="slip__ok" {...accessible({ hidden: true })}>
              <Icon name="check" />
            </View>
            <View>
              <View className="slip__title" {...accessible({ role: 'heading', level: 1 })}>
                {title}
              </View>
              {sub ? <View className="slip__sub">{sub}</View> : null}
            </View>
          </View>
          <View className="slip__cut" />
        </>
      ) : null}
      {children}
    </View>
  );
}

/** A number inside of other lines: the township may stand above it, the number itself is not torn at a hyphen. */
export function SpokenNumber({ number, label }: { readonly number: string; readonly label?: string }) {
  const [name, digits] = number.split(' ');
  return (
    <View>
      {label ? <Text>{`${label} `}</Text> : null}
      {digits ? <Text>{`${name} `}</Text> : null}
      <Text className="slip__digits">{digits ?? number}</Text>
    </View>
  );
}

/** The number on a line of its own. It is for reading out and opens nothing. */
export function SlipNumber({ label, number, hint }: { readonly label: string; readonly number: string; readonly hint?: string }) {
  // The township may stand above its number; the number itself is not torn at a hyphen.
  const [name, digits] = number.split(' ');
  return (
    <View>
      <View className="slip__label">{label}</View>
      <View className="slip__number">
        {digits ? <Text>{`${name} `}</Text> : null}
        <Text className="slip__digits">{digits ?? number}</Text>
      </View>
      {hint ? <View className="slip__label">{hint}</View> : null}
    </View>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Days and numbers to dial: a line ends before or after, not inside of them. */
const WHOLE = /(\d{4}年\d{1,2}月\d{1,2}日|\d{3,4}-[\d-]{6,})/;
const inPieces = (value: ReactNode): ReactNode =>
  typeof value === 'string' && WHOLE.test(value)
    ? value.split(WHOLE).map((piece) =>
        WHOLE.test(piece) ? (
          <Text key={piece} className="unbroken">
            {piece}
          </Text>
        ) : (
          piece
        ),
      )
    : value;

/** The longest name that the values still stand beside, in letters. */
const WIDEST = 8;

/** Names and values under each other, the values in one column. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const letters = Math.min(WIDEST, Math.max(4, ...facts.map((f) => f.name.length)));
  return (
    <View className="facts">
      {facts.map((f) => (
        <View key={f.name} className="fact">
          <View className="fact__name" style={{ minWidth: `${letters + 0.2}em` }}>
            {f.name}
          </View>
          <View className="fact__value">{inPieces(f.value)}</View>
        </View>
      ))}
    </View>
  );
}
