import { Label } from '@atlaskit/form';
import { AsyncSelect } from '@atlaskit/select';
import { useEffect, useId, useState } from 'react';
import * as v from 'valibot';
import { call } from '../api/call';
import { MENU_ABOVE_DIALOGS } from '../pages/fields/menu-above-dialogs';
import { PersonName } from '../pages/people/person-name';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import { RequiredMark } from './required-mark';

const PersonSchema = v.object({
  accountId: v.string(),
  displayName: v.string(),
  emailAddress: v.optional(v.string(), ''),
  avatarUrls: v.optional(v.record(v.string(), v.string()), {}),
});
type Person = v.InferOutput<typeof PersonSchema>;

/** `UserPickerValue` of @atlaskit/forge-react-types: what the app gets of a person. */
const pickedValue = ({ accountId, displayName, emailAddress, avatarUrls }: Person) => ({
  id: accountId,
  type: 'user',
  name: displayName,
  email: emailAddress,
  avatarUrl: avatarUrls['48x48'] ?? '',
});

const people = async (query: string): Promise<readonly Person[]> => {
  const reply = await call(v.array(PersonSchema), '/rest/api/3/user/search', { query: { query } });
  return reply.kind === 'ok' ? reply.value : [];
};

async function peopleById(accountIds: readonly string[]): Promise<readonly Person[]> {
  const replies = await Promise.all(
    accountIds.map((accountId) => call(PersonSchema, '/rest/api/3/user', { query: { accountId } })),
  );
  return replies.flatMap((reply) => (reply.kind === 'ok' ? [reply.value] : []));
}

/** Finds people of the site by name, with its own label as UI Kit draws it. */
export function UserPicker({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const ownId = useId();
  const inputId = props.text('id') ?? ownId;
  const isMulti = props.flag('isMulti');
  const [chosen, choose] = useFirstChoice(props.read(v.union([v.string(), v.array(v.string())]), 'defaultValue'));
  const label = props.text('label');

  const take = (picked: readonly Person[]) => {
    choose(picked);
    const values = picked.map(pickedValue);
    props.action('onChange')?.(isMulti ? values : (values[0] ?? null));
  };
  return (
    <div>
      {label !== undefined && label !== '' && (
        <Label htmlFor={inputId}>
          {label}
          {props.flag('isRequired') && <RequiredMark />}
        </Label>
      )}
      <AsyncSelect<Person, boolean>
        {...MENU_ABOVE_DIALOGS}
        {...given({ name: props.text('name') })}
        inputId={inputId}
        value={isMulti ? chosen : (chosen[0] ?? null)}
        isMulti={isMulti}
        isClearable
        isDisabled={props.flag('isDisabled')}
        isInvalid={props.flag('isInvalid')}
        defaultOptions
        loadOptions={people}
        getOptionValue={({ accountId }) => accountId}
        getOptionLabel={({ displayName }) => displayName}
        formatOptionLabel={(person) => <PersonName person={person} nobody="" />}
        placeholder={props.text('placeholder') ?? 'Find a person'}
        noOptionsMessage={() => 'Nobody found'}
        onChange={(picked) => take(picked === null ? [] : 'accountId' in picked ? [picked] : picked)}
        onBlur={() => props.action('onBlur')?.()}
      />
    </div>
  );
}

/** The people whom the app names at first, once the site has told who they are. */
function useFirstChoice(accountIds: string | readonly string[] | undefined) {
  const [chosen, choose] = useState<readonly Person[]>([]);
  const first = accountIds === undefined ? '' : [accountIds].flat().join();
  useEffect(() => {
    if (first !== '') void peopleById(first.split(',')).then(choose);
  }, [first]);
  return [chosen, choose] as const;
}
