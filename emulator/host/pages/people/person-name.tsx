import Avatar from '@atlaskit/avatar';
import type { Person } from '../../api/issue-shape';
import { initialsPicture } from '../../initials-picture';

interface PersonNameProps {
  readonly person: Pick<Person, 'displayName'> | null | undefined;
  /** What stands there when there is nobody. */
  readonly nobody: string;
}

/** A person as Jira shows one in a detail: picture and name. */
export function PersonName({ person, nobody }: PersonNameProps) {
  return (
    <span className="person">
      {person ? (
        <PersonPicture name={person.displayName} size="small" />
      ) : (
        <Avatar size="small" appearance="circle" borderColor="transparent" />
      )}
      <span className="person-name">{person?.displayName ?? nobody}</span>
    </span>
  );
}

/** The picture alone; the name stands beside it, so it is no news to a screen reader. */
export function PersonPicture({ name, size }: { readonly name: string; readonly size: 'small' | 'medium' }) {
  return <Avatar size={size} src={initialsPicture(name)} borderColor="transparent" />;
}
