import { useEffect, useState } from 'react';
import { readPerson } from '../api/person';
import { PersonName, PersonPicture } from '../pages/people/person-name';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';
import { UserPicker } from './user-picker';

/** People, with their pictures. */
export const PEOPLE: Renderers = {
  User(node) {
    const props = propsOf(node);
    return <User accountId={props.text('accountId') ?? ''} isNameHidden={props.flag('hideDisplayName')} />;
  },
  UserGroup: (_node, children) => <div className="ui-kit-row">{children()}</div>,
  UserPicker: (node) => <UserPicker node={node} />,
};

interface UserProps {
  readonly accountId: string;
  readonly isNameHidden: boolean;
}

function User({ accountId, isNameHidden }: UserProps) {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isShown = true;
    void readPerson(accountId).then((person) => {
      if (isShown) setName(person?.displayName ?? 'Unknown person');
    });
    return () => {
      isShown = false;
    };
  }, [accountId]);
  if (isNameHidden && name !== undefined) {
    return (
      <span role="img" aria-label={name} title={name}>
        <PersonPicture name={name} size="small" />
      </span>
    );
  }
  return <PersonName person={name === undefined ? null : { displayName: name }} nobody="…" />;
}
