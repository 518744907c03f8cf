import type { SavedFile } from './weapp-storage.ts';

/** `multipart/form-data` as WeChat sends it: the texts, then one file. */
export function multipart(name: string, file: SavedFile, formData: Readonly<Record<string, string>>): { type: string; body: Buffer } {
  const boundary = '----WeappHarnessFormBoundary7MA4YWxkTrZu0gW';
  const texts = Object.entries(formData).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(texts.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
