import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type { EmergencyType, Part } from '../../../domain/set-up/configuration';
import { getJson } from '../request';
import { JIRA_ADMINISTRATOR, orNull, partOf } from './part';
import { type ReadProject, readSharedTypes } from './read-project';

/** The work type of the name: that of the project, else one that it could have. 1 call, or 2 where it lacks it. */
export async function readEmergencyType(
  as: Reader,
  { workTypes, style }: ReadProject,
  name: string,
): Promise<EmergencyType | null> {
  const own = workTypes.find((type) => type.name === name);
  const shared = own === undefined && style === 'company-managed' ? await readSharedTypes(as) : [];
  const type = own ?? shared.find((one) => one.name === name);
  if (type === undefined) return null;
  const { id, subtask } = type;
  return { id, name, subtask, inProject: own !== undefined, enabled: await readEnabled(as, type) };
}

const PropertyShape = v.object({ value: v.unknown() });
const EnabledShape = v.object({ enabled: v.literal(true) });

/** manifest.yml asks for exactly this value before it gives the panel and events to an issue. */
const readEnabled = (as: Reader, { id, name }: Pick<EmergencyType, 'id' | 'name'>): Promise<Part<boolean>> =>
  partOf(`the property emergency-change of work type ${name}`, JIRA_ADMINISTRATOR, async () => {
    const path = route`/rest/api/3/issuetype/${id}/properties/emergency-change`;
    const property = await orNull(() => getJson(as, path, PropertyShape));
    return v.is(EnabledShape, property?.value);
  });
