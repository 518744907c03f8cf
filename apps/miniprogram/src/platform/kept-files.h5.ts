const NAME = 'kept-files';

function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME);
    request.onsuccess = () => resolve(request.result.transaction(NAME, mode).objectStore(NAME));
    request.onerror = () => reject(request.error);
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** In the browser a picture is kept as itself; its address is made anew after a reload. */
export async function keepFile(temporary: string, fileId: string): Promise<string> {
  try {
    const blob = await (await fetch(temporary)).blob();
    await done((await store('readwrite')).put(blob, fileId));
  } catch {
    // Sent from where it lies.
  }
  return temporary;
}

export async function openKept(path: string, fileId: string): Promise<string | undefined> {
  try {
    const blob = (await done((await store('readonly')).get(fileId))) as Blob | undefined;
    return blob ? URL.createObjectURL(blob) : undefined;
  } catch {
    return path;
  }
}

export async function dropKept(path: string, fileId: string): Promise<void> {
  URL.revokeObjectURL(path);
  await done((await store('readwrite')).delete(fileId)).catch(() => undefined);
}
