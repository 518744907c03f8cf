import './offline-bar.css';
import { useSyncExternalStore } from 'react';
import { networkState, onNetworkChange } from '../platform/transport.ts';
import { Icon } from './icon.tsx';

/** Says that nothing can be fetched or sent. It lies over the bottom edge, so that nothing moves. */
export function OfflineBar() {
  const network = useSyncExternalStore(onNetworkChange, networkState);
  return (
    <div role="status" aria-live="polite">
      {network === 'down' && (
        <p className="offline">
          <Icon name="offline" />
          连不上。看得到的是先前取的；写好的都在，连上以后再送。
        </p>
      )}
    </div>
  );
}
