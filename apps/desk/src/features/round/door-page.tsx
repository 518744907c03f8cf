import { type StaffDoor, staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { ClaimCard } from '../../components/claim-card.tsx';
import { Icon } from '../../components/icon.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { PhotoViewer } from '../../components/photos/photo-viewer.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf, dayText, fullMomentText } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';
import './round.css';

const doorKey = (doorId: string) => ['door', doorId] as const;

function SettleDialog({ one, onClose }: { readonly one: StaffDoor; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { doorId, notAgreed } = one.door;
  const settle = useCommand(
    useCallback(
      async (_key: string, words: string) => {
        const done = await call(staffApi.settleDoor, { params: { doorId }, body: { words } });
        await Promise.all([
          queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] }),
          queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] }),
          queries.invalidateQueries({ queryKey: doorKey(doorId) }),
        ]);
        return done;
      },
      [queries, doorId],
    ),
  );
  return (
    <WordsDialog
      title={notAgreed ? '查过了，回话' : '看过了'}
      label={notAgreed ? '怎么回事、怎么改，居民会看到' : '接着怎么办'}
      missing={notAgreed ? '写几句给居民看。' : '写一句接着怎么办。'}
      ok="写明了"
      max={500}
      busy={settle.busy}
      problem={settle.problem}
      onSend={async (words) => {
        if (await settle.run(words)) onClose();
      }}
      onClose={onClose}
    />
  );
}

function Door({ one, refetch }: { readonly one: StaffDoor; readonly refetch: () => void }) {
  const [settling, setSettling] = useState(false);
  const [photo, setPhoto] = useState<string | null>(null);
  const { door, item } = one;
  const photos = one.photos.map((f, i) => ({ fileId: f.fileId, name: `第 ${i + 1} 张` }));
  return (
    <main className="work work--case">
      <OpenedHeader
        title={item?.applicantName ?? '入户'}
        back="/queue/authentications"
        pills={['入户带回来的', ...(door.notAgreed ? ['居民说没同意'] : [])]}
        number={door.number}
      >
        {one.caseId && (
          <Link className="link" to={`/register/${one.caseId}`}>
            看一户一档
          </Link>
        )}
        {one.changeId && (
          <Link className="link" to={`/changes/${one.changeId}`}>
            看变化报告
          </Link>
        )}
      </OpenedHeader>
      <div className="columns columns--two">
        <section className="card facts" aria-label="带回来的">
          <div className="card__h">
            <h2>
              {dayText(door.on, civilDayOf(Date.now()))}，{door.visitors.join('、')}
            </h2>
          </div>
          <p className="sub">{door.present ? `${door.present}在家，念给本人听过` : '家里没碰上人'}。居民看到的也是这些。</p>
          <ul className="door__lines">
            {door.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {photos.length > 0 && (
            <div className="door__photos">
              {photos.map((one) => (
                <button key={one.fileId} type="button" className="photo" onClick={() => setPhoto(one.fileId)}>
                  <Icon name="photo" />
                  <span>{one.name}</span>
                </button>
              ))}
            </div>
          )}
          {door.notAgreed && (
            <>
              <h3>居民说没同意，{fullMomentText(door.notAgreed.at)}</h3>
              <OwnWords>{door.notAgreed.words || '（没写）'}</OwnWords>
            </>
          )}
          {door.answer && (
            <>
              <h3>回话，{fullMomentText(door.answer.at)}</h3>
              <p>{door.answer.words}</p>
            </>
          )}
          <Citations clauses={door.sentence.clauses} />
        </section>
        <aside className="cside">
          {item ? (
            <ClaimCard title="下一步" item={item} ended={item.state === 'done'} onClaimed={refetch}>
              <Button block className="act" type="primary" onClick={() => setSettling(true)}>
                {door.notAgreed ? '查过了，回话' : '看过了，写明'}
              </Button>
            </ClaimCard>
          ) : null}
        </aside>
      </div>
      {settling && <SettleDialog one={one} onClose={() => setSettling(false)} />}
      {photo && <PhotoViewer photos={photos} first={photo} onClose={() => setPhoto(null)} />}
    </main>
  );
}

/** What an assistant brought back from one door, and "I did not agree" with its answer. */
export function DoorPage() {
  usePageTitle('入户带回来的');
  const { doorId = '' } = useParams();
  const one = useOne(doorKey(doorId), () => call(staffApi.staffDoor, { params: { doorId } }));
  return (
    <Opened one={one} what="这次入户" back="/queue/authentications">
      {(data) => <Door key={doorId} one={data} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
