import type { KeptReceipt } from '../send/receipts.ts';
import type { PhotoQueue } from './photo-queue.ts';

/**
 * Photos that were chosen for an application and did not go with it, so that they can be given when the township asks for something.
 * A refused one has to be taken again and is none of them. A receipt of an earlier version does not say which ones went: then none.
 */
export function leftPhotos(queue: Pick<PhotoQueue, 'of'>, kept: KeptReceipt | undefined): ReturnType<PhotoQueue['of']> {
  const { draftId, sentPhotos } = kept ?? {};
  if (draftId === undefined || sentPhotos === undefined) return [];
  return queue.of(draftId).filter((p) => p.state !== 'refused' && !sentPhotos.includes(p.id));
}
