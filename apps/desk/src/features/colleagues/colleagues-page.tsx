import './colleagues.css';
import { usePageTitle } from '../../components/page-title.ts';
import { Shell } from '../../components/shell.tsx';
import { useStaff } from '../../platform/session.tsx';
import { HandManyCard } from './hand-many-card.tsx';
import { RelationsCard } from './relations-card.tsx';
import { VillagesCard } from './villages-card.tsx';

const isTownships = (role: string): boolean => role === 'handler' || role === 'supervisor' || role === 'auditor';

/** Who works here and what each has in hand; and near relatives, which everybody declares for herself. */
export function ColleaguesPage() {
  usePageTitle('同事和近亲属');
  const staff = useStaff();
  return (
    <Shell>
      <main className="work work--narrow">
        <div className="work__head">
          <h1>同事和近亲属</h1>
          <p className="summary">和自己亲人有关的，自己看不到也领不到；这样的每一件都核查</p>
        </div>
        {staff.role === 'supervisor' && <HandManyCard />}
        {isTownships(staff.role) && <VillagesCard mayAssign={staff.role === 'supervisor'} />}
        <RelationsCard />
      </main>
    </Shell>
  );
}
