import type { CaseView } from '@assist/contracts';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotesCard } from '../../components/notes/notes-card.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { PhotoViewer } from '../../components/photos/photo-viewer.tsx';
import { ProblemBox } from '../../components/problem-note.tsx';
import { Trail } from '../../components/trail.tsx';
import { fullMomentText } from '../../platform/dates.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useKeys } from '../../platform/use-keys.ts';
import { ActionsCard } from './actions/actions-card.tsx';
import { CorrectionDialog } from './actions/correction-dialog.tsx';
import { CaseHeader } from './case-header.tsx';
import { ClockCard } from './clock-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import { mayAsk } from './gate.ts';
import { HolderCard } from './holder-card.tsx';
import { photoName } from './photos/photo-names.ts';
import { RelayCard } from './relay-card.tsx';
import { ResidentDrawer } from './resident-drawer.tsx';
import { useCase, useMarkOpened } from './use-case.ts';

function Case({ view, refetch }: { readonly view: CaseView; readonly refetch: () => void }) {
  const staff = useStaff();
  const mayAct = useMayAct();
  const navigate = useNavigate();
  const [resident, setResident] = useState(false);
  const [asking, setAsking] = useState(false);
  const [photo, setPhoto] = useState<string | null>(null);
  const opened = useMarkOpened(view);
  const canAsk = mayAsk(view, staff);
  useKeys('case', {
    'back-to-queue': () => void navigate('/queue'),
    'resident-view': () => setResident(true),
    ...(canAsk && { 'ask-correction': () => setAsking(true) }),
  });
  return (
    <main className="work work--case">
      <p className="only-print print-from">
        {staff.office.name} {staff.name} {fullMomentText(Date.now())} 打印，仅用于办理社会救助
      </p>
      <CaseHeader view={view} onResident={() => setResident(true)} />
      {opened.problem && <ProblemBox problem={opened.problem} again={refetch} kept="“打开看过”还没记上，居民那边还看不到" />}
      <div className="columns">
        <FactsCard view={view} onPhoto={setPhoto} />
        <FindingsCard view={view} />
        <aside className="cside">
          <ClockCard view={view} />
          {mayAct ? <ActionsCard view={view} onAsk={() => setAsking(true)} /> : <HolderCard view={view} />}
          <RelayCard view={view} />
          <NotesCard about="application" id={view.application.receipt.applicationId} />
          <Trail title="留痕" lines={view.audit} />
        </aside>
      </div>
      {resident && <ResidentDrawer view={view} onClose={() => setResident(false)} />}
      {asking && <CorrectionDialog view={view} onClose={() => setAsking(false)} />}
      {photo && (
        <PhotoViewer
          photos={view.files.map((f) => ({ fileId: f.fileId, name: photoName(view, f) }))}
          first={photo}
          onClose={() => setPhoto(null)}
        />
      )}
    </main>
  );
}

/** One family's application: what they wrote, what the rules say to it, and what can be done next. */
export function CasePage() {
  usePageTitle('一件');
  const { applicationId = '' } = useParams();
  const one = useCase(applicationId);
  return (
    <Opened one={one} what="这一件" back="/queue">
      {(view) => <Case key={applicationId} view={view} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
