import Select from '@atlaskit/select';
import { useContext } from 'react';
import { AccountsContext } from '../viewer';

interface PersonFilterProps {
  readonly chosen: string | undefined;
  readonly onChoose: (accountId: string | undefined) => void;
}

/** Keeps to what was sent to one person. */
export function PersonFilter({ chosen, onChoose }: PersonFilterProps) {
  const accounts = useContext(AccountsContext);
  const options = accounts.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
  return (
    <div className="person-filter">
      <Select
        label="To"
        placeholder="To everybody"
        options={options}
        value={options.find(({ value }) => value === chosen) ?? null}
        isClearable
        spacing="compact"
        onChange={(option) => onChoose(option?.value)}
      />
    </div>
  );
}
