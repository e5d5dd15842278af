import { useEffect, useState } from 'react';
import { readPerson } from '../../api/person';

/** The name of somebody of whom only the account id is known. */
export function AccountName({ accountId }: { readonly accountId: string }) {
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
  return <>{name ?? '…'}</>;
}
