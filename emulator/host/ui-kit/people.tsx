import { useEffect, useState } from 'react';
import { readPerson } from '../api/person';
import { PersonName } from '../pages/people/person-name';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

/** People, with their pictures. */
export const PEOPLE: Renderers = {
  User: (node) => <User accountId={propsOf(node).text('accountId') ?? ''} />,
  UserGroup: (_node, children) => <div className="ui-kit-button-group">{children()}</div>,
};

function User({ accountId }: { readonly accountId: string }) {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let shown = true;
    void readPerson(accountId).then((person) => {
      if (shown) setName(person?.displayName ?? 'Unknown person');
    });
    return () => {
      shown = false;
    };
  }, [accountId]);
  return <PersonName person={name === undefined ? null : { displayName: name }} nobody="…" />;
}
