import { type ITouchEvent, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { accessible } from '@/platform/accessible';
import { type Box, boxOf } from '@/platform/box-of';

/** Of the paper that is kept, whatever the screen. */
const PAPER = { width: 600, height: 200 } as const;
/** Pixels a finger moves before the line goes on: few enough pieces for an old phone. */
const STEP = 4;
const MOST_PIECES = 700;
const BOX = 'handwriting-box';

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Radians. */
  readonly turn: number;
}

/** A name written with the finger. What is kept are the lines, not a picture. */
export function Handwriting({ onChange }: { readonly onChange: (strokes: number[][]) => void }) {
  const [pieces, setPieces] = useState<readonly Piece[]>([]);
  const strokes = useRef<number[][]>([]);
  const box = useRef<Box>();
  const last = useRef<{ x: number; y: number }>();
  const measure = async (): Promise<void> => {
    box.current = (await boxOf(`.${BOX}`)) ?? box.current;
  };
  useEffect(() => void measure(), []);
  // Where the box lies is told a moment after the finger is down: what it draws meanwhile waits its turn, and nothing of the name is lost.
  const drawn = useRef<Promise<void>>(Promise.resolve());
  const inTurn = (next: () => void | Promise<void>): void => {
    drawn.current = drawn.current.then(next);
  };
  const fingerOf = (event: ITouchEvent) => {
    const { clientX, clientY } = event.touches[0] ?? event.changedTouches[0] ?? { clientX: 0, clientY: 0 };
    return { clientX, clientY };
  };
  const at = (touch: ReturnType<typeof fingerOf>) => {
    const { left, top, width, height } = box.current ?? { left: 0, top: 0, width: 1, height: 1 };
    const inside = (value: number, most: number) => Math.min(most, Math.max(0, value));
    return { x: inside(touch.clientX - left, width), y: inside(touch.clientY - top, height) };
  };
  const keep = ({ x, y }: { x: number; y: number }): void => {
    const { width, height } = box.current ?? { width: 1, height: 1 };
    strokes.current.at(-1)?.push(Math.round((x / width) * PAPER.width), Math.round((y / height) * PAPER.height));
  };
  // The page may have been scrolled since: where the box lies is looked up at every line.
  const start = async (touch: ReturnType<typeof fingerOf>): Promise<void> => {
    await measure();
    const point = at(touch);
    if (strokes.current.length >= 60) return;
    strokes.current.push([]);
    last.current = point;
    keep(point);
  };
  const move = (touch: ReturnType<typeof fingerOf>): void => {
    const point = at(touch);
    const from = last.current;
    if (!from || pieces.length >= MOST_PIECES) return;
    const [dx, dy] = [point.x - from.x, point.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length < STEP) return;
    last.current = point;
    keep(point);
    setPieces((now) => [...now, { x: from.x, y: from.y, length, turn: Math.atan2(dy, dx) }]);
  };
  const end = (): void => {
    last.current = undefined;
    onChange(strokes.current.filter((line) => line.length >= 4).map((line) => line.slice(0, 800)));
  };
  const again = (): void => {
    strokes.current = [];
    setPieces([]);
    onChange([]);
  };
  return (
    <View>
      <View
        className={`${BOX} handwriting`}
        {...accessible({ role: 'img', label: pieces.length ? '写了名字' : '用手指在这里写名字。写不了，下面有别的办法' })}
        catchMove
        onTouchStart={(event) => {
          const finger = fingerOf(event as ITouchEvent);
          inTurn(() => start(finger));
        }}
        onTouchMove={(event) => {
          const finger = fingerOf(event as ITouchEvent);
          inTurn(() => move(finger));
        }}
        onTouchEnd={() => inTurn(end)}
      >
        {pieces.length ? null : <View className="handwriting__hint">用手指在这里写名字</View>}
        {pieces.map((piece, i) => (
          <View
            // Pieces are only ever added: their order is what they are.
            key={i}
            className="handwriting__piece"
            style={{ left: `${piece.x}px`, top: `${piece.y}px`, width: `${piece.length + 2}px`, transform: `rotate(${piece.turn}rad)` }}
          />
        ))}
      </View>
      {pieces.length ? (
        <Button kind="quiet" small onTap={again}>
          擦掉重写
        </Button>
      ) : null}
    </View>
  );
}
