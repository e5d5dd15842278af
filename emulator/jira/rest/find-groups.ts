import { mayGlobally } from '../permissions';
import { type Operation, pageOf } from './operation';

/** Without the right to browse groups, only an exact name finds one. */
export const findGroups: Operation = {
  operationId: 'findGroups',
  method: 'GET',
  path: '/groups/picker',
  query: ['query', 'maxResults'],
  handle: (call) => {
    const { store, who, query } = call;
    const asked = (query.get('query') ?? '').toLowerCase();
    const mayBrowse = mayGlobally(store, who, 'USER_PICKER');
    const all = [...store.groups.values()].sort((a, b) => a.name.localeCompare(b.name));
    const found = all.filter(({ name }) =>
      mayBrowse ? name.toLowerCase().includes(asked) : who.kind === 'account' && name.toLowerCase() === asked,
    );
    const { maxResults: most } = pageOf(call, 20, 1000);
    const groups = found
      .slice(0, most)
      .map(({ name, groupId }) => ({ name, groupId, html: escaped(name), labels: [] }));
    return Response.json({
      header: `Showing ${groups.length} of ${found.length} matching groups`,
      total: found.length,
      groups,
    });
  },
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
