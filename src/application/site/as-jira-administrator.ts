import type { NotAllowed } from '../../api-settings';
import type { SettingsPorts } from '../ports';

const NOT_ALLOWED: NotAllowed = {
  kind: 'not-allowed',
  message:
    'Only Jira administrators can see this page and set up projects. Ask one of them. What holds in a project its own administrators see and change in the settings of the project.',
};

/** Does `work` if the acting person administers Jira by his own rights. */
export async function asJiraAdministrator<Reply>(
  { rights }: Pick<SettingsPorts, 'rights'>,
  work: () => Promise<Reply>,
): Promise<Reply | NotAllowed> {
  return (await rights.administersJira()) ? work() : NOT_ALLOWED;
}
