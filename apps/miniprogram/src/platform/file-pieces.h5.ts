const blobAt = (path: string): Promise<Blob | undefined> =>
  fetch(path).then(
    (answer) => answer.blob(),
    () => undefined,
  );

export async function readPiece(path: string, from: number, length: number): Promise<Uint8Array | undefined> {
  const blob = await blobAt(path);
  return blob && new Uint8Array(await blob.slice(from, from + length).arrayBuffer());
}

export async function withPiece<T>(
  path: string,
  from: number,
  length: number,
  act: (piecePath: string) => Promise<T>,
): Promise<T | undefined> {
  const blob = await blobAt(path);
  if (!blob || blob.size < from + length) return undefined;
  const address = URL.createObjectURL(blob.slice(from, from + length));
  try {
    return await act(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
