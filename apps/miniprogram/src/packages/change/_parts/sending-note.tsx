import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';
import type { ChangeProps } from './with-change';

/** Where a notice is that was sent off: it goes by itself, and the number comes when it has arrived. */
export function SendingNote({ app, record }: ChangeProps) {
  const waiting = app.photos.waiting(record.changeId).filter((p) => p.state === 'chosen').length;
  if (record.askedAt === undefined || app.changes.isSending(record.changeId)) return null;
  return (
    <View className="below">
      {waiting > 0 && !record.withoutPhotos ? (
        <>
          <Note tone="attention" title={`还有 ${waiting} 张照片没传完`}>
            传完自己就送。也可以先送，照片后补。
          </Note>
          <Button kind="quiet" busyText="正在送" onTap={() => app.changes.send(record.changeId, { withoutPhotos: true })}>
            先送，照片不等
          </Button>
        </>
      ) : (
        <>
          <Note tone="attention" title="还没送到，在“待送的”里">
            {record.problem?.code === 'no-network' || record.problem?.code === 'timeout'
              ? '有网就自己送，一样不会丢。送到了才有号。'
              : '是我们的问题，不是您的。过一会儿自己再送。'}
          </Note>
          <Button kind="quiet" onTap={() => goTo('outbox')}>
            看“待送的”
          </Button>
        </>
      )}
    </View>
  );
}
