import { AsyncSelect } from '@atlaskit/select';
import type { Person } from '../../api/issue-shape';
import type { Reply } from '../../api/reply';
import { PersonName } from '../people/person-name';
import { type InPlace, inPlaceProps } from './in-place';
import { MENU_ABOVE_DIALOGS } from './menu-above-dialogs';

export type FindPeople = (query: string) => Promise<Reply<readonly Person[]>>;

interface PersonInputProps {
  readonly id: string;
  readonly chosen: Person | null;
  readonly find: FindPeople;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  /** What nobody is called, e.g. `Unassigned`. */
  readonly nobody: string;
  readonly onChoose: (person: Person | null) => void;
  readonly inPlace?: InPlace;
}

/** Finds a person by name. Nobody found is also what a site that refuses the search shows. */
export function PersonInput({ id, chosen, find, nobody, onChoose, inPlace, ...input }: PersonInputProps) {
  const options = async (query: string): Promise<readonly Person[]> => {
    const reply = await find(query);
    return reply.kind === 'ok' ? reply.value : [];
  };
  return (
    <AsyncSelect<Person>
      {...MENU_ABOVE_DIALOGS}
      inputId={id}
      value={chosen}
      defaultOptions
      loadOptions={options}
      getOptionValue={({ accountId }) => accountId}
      getOptionLabel={({ displayName }) => displayName}
      formatOptionLabel={(person) => <PersonName person={person} nobody={nobody} />}
      isClearable
      isInvalid={input.isInvalid}
      isRequired={input.isRequired}
      placeholder={nobody}
      noOptionsMessage={() => 'Nobody found'}
      onChange={onChoose}
      {...inPlaceProps(inPlace)}
    />
  );
}
