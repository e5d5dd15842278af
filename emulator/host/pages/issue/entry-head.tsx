import type { Person } from '../../api/issue-shape';
import { MomentText } from '../moment-text';
import { PersonName } from '../people/person-name';

interface EntryHeadProps {
  readonly author: Person | null | undefined;
  readonly created: string;
  readonly isEdited?: boolean;
}

/** Who, and when. */
export const EntryHead = ({ author, created, isEdited = false }: EntryHeadProps) => (
  <div className="activity-head">
    <PersonName person={author} nobody="Unknown person" />
    <span className="subtlest">
      <MomentText at={created} />
    </span>
    {isEdited && <span className="subtlest">Edited</span>}
  </div>
);
