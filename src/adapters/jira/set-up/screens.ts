import { route } from '@forge/api';
import * as v from 'valibot';
import { RefusedByJira } from '../../../application/ports';
import type { TypeScreens } from '../../../domain/set-up/configuration';
import type { Deed } from '../../../domain/set-up/deed';
import { allPages } from '../configuration/pages';
import { call, getJson } from '../request';

const ScreenShape = v.object({ id: v.number(), name: v.string() });

/** Names by id. */
export async function readScreenNames({ create, edit, view }: TypeScreens): Promise<Readonly<Record<string, string>>> {
  const ids = new URLSearchParams([...new Set([create, edit, view])].map((id) => ['id', id]));
  const found = await allPages(
    'person',
    (startAt) => route`/rest/api/3/screens?${ids}&startAt=${startAt}`,
    ScreenShape,
  );
  return Object.fromEntries(found.map(({ id, name }) => [String(id), name]));
}

/** On the first tab of each screen. */
export async function addToScreens({ fields }: Extract<Deed, { kind: 'screens' }>): Promise<void> {
  for (const { screenId, fieldId } of fields) {
    const tabs = await getJson(
      'person',
      route`/rest/api/3/screens/${screenId}/tabs`,
      v.array(v.object({ id: v.number() })),
    );
    const [tab] = tabs;
    if (tab === undefined) throw new RefusedByJira(`The screen ${screenId} has no tab.`);
    await call('person', 'POST', route`/rest/api/3/screens/${screenId}/tabs/${tab.id}/fields`, { fieldId });
  }
}
