export interface Recorded {
  readonly path: string;
  readonly seconds: number;
}
export interface Recording {
  readonly stop: () => void;
  readonly done: Promise<{ readonly recorded?: Recorded; readonly refused: boolean }>;
}

const MOST_MS = 60_000;
const BITS_PER_SECOND = 32_000;

/** The browser's own recorder; its kind of file is looked at by the server. */
export function record(): Recording {
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  return { stop: () => stop(), done: listen(stopped) };
}

async function listen(stopped: Promise<void>): Promise<{ recorded?: Recorded; refused: boolean }> {
  if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined') return { refused: true };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return { refused: true };
  }
  try {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    const ended = new Promise<void>((resolve) => {
      recorder.onstop = () => resolve();
      recorder.onerror = () => resolve();
    });
    const from = Date.now();
    recorder.start();
    const longest = setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), MOST_MS);
    void stopped.then(() => recorder.state !== 'inactive' && recorder.stop());
    await ended;
    clearTimeout(longest);
    const blob = new Blob(parts, { type: recorder.mimeType });
    if (blob.size === 0) return { refused: false };
    return {
      recorded: { path: URL.createObjectURL(blob), seconds: Math.max(1, Math.min(60, Math.round((Date.now() - from) / 1000))) },
      refused: false,
    };
  } catch {
    return { refused: true };
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
