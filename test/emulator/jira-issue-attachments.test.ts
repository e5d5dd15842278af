import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening, Principal } from '../../emulator/seams';
import { aJira, as, call, emergency } from './support/a-jira';

const [erin, pat, jo, ada, mal] = [as('erin'), as('pat'), as('jo'), as('ada'), as('mal')];
let jira: Jira;
let told: IssueHappening[];
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const ADDRESS = 'http://jira.test/rest/api/3';
const NO_CHECK = { 'x-atlassian-token': 'no-check' };

function form(...files: readonly (readonly [name: string, content: string])[]): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append('file', new File([content], name, { type: 'text/plain' }));
  return data;
}

const upload = (body: FormData | string, who: Principal = erin, headers: Record<string, string> = NO_CHECK) =>
  jira.handle(new Request(`${ADDRESS}/issue/OPS-1/attachments`, { method: 'POST', headers, body }), who);

const content = (id: string, headers: Record<string, string> = {}, query = '?redirect=false') =>
  jira.handle(new Request(`${ADDRESS}/attachment/content/${id}${query}`, { headers }), ada);

describe('an attachment', () => {
  it('is uploaded, shown with its issue, and downloaded as it was', async () => {
    const response = await upload(form(['notes.txt', 'Rolled back.'], ['more.txt', 'Ünïcode']));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject([
      { id: '10000', filename: 'notes.txt', size: 12, mimeType: 'text/plain', author: { accountId: '712020:erin' } },
      { id: '10001', filename: 'more.txt', size: 9 },
    ]);
    expect((await call(jira, ada, 'GET', '/issue/OPS-1?fields=attachment')).body).toMatchObject({
      fields: { attachment: [{ filename: 'notes.txt' }, { filename: 'more.txt' }] },
    });
    expect((await call(jira, ada, 'GET', '/attachment/10001')).body).toMatchObject({
      id: 10_001,
      filename: 'more.txt',
    });
    expect(await (await content('10001')).text()).toBe('Ünïcode');
    expect((await call(jira, ada, 'GET', '/issue/OPS-1/changelog')).body).toMatchObject({
      total: 2,
      values: [{ items: [{ field: 'Attachment', to: '10000', toString: 'notes.txt' }] }, {}],
    });
    expect(told.map(({ kind }) => kind)).toEqual(['updated', 'attached', 'updated', 'attached']);
  });

  it('is never shown as a page of the site', async () => {
    await upload(form(['evil.html', '<script>']));
    const { headers } = await content('10000');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is found by a redirection, and comes in parts', async () => {
    await upload(form(['notes.txt', '0123456789']));
    const redirection = await content('10000', {}, '');
    expect([redirection.status, redirection.headers.get('location')]).toEqual([
      303,
      `${ADDRESS}/attachment/content/10000?redirect=false`,
    ]);
    const part = await content('10000', { range: 'bytes=2-4' });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect(await (await content('10000', { range: 'bytes=-3' })).text()).toBe('789');
    expect((await content('10000', { range: 'bytes=20-' })).status).toBe(416);
    expect((await content('10000', { range: 'lines=1' })).status).toBe(400);
  });

  it.each([
    ['without the header against forgery', form(['a', 'b']), erin, {}, 403],
    ['by who only reads', form(['a', 'b']), ada, NO_CHECK, 403],
    ['by who sees nothing', form(['a', 'b']), mal, NO_CHECK, 404],
    ['without a file', form(), erin, NO_CHECK, 400],
    ['that is no form', 'text', erin, NO_CHECK, 400],
  ])('%s is refused', async (_what, body, who, headers, status) => {
    expect((await upload(body, who, headers)).status).toBe(status);
    expect(jira.store.attachments.size).toBe(0);
  });

  it('that is too big, or one too many, is 413', async () => {
    jira.settings.attachmentBytes = 3;
    expect((await call(jira, ada, 'GET', '/attachment/meta')).body).toEqual({ enabled: true, uploadLimit: 3 });
    expect((await upload(form(['a', '1234']))).status).toBe(413);
    jira.settings.perIssue.attachments = 1;
    expect((await upload(form(['a', '1'], ['b', '2']))).status).toBe(413);
    expect((await upload(form(['a', '1']))).status).toBe(200);
  });

  it('is deleted by its author or an administrator', async () => {
    await upload(form(['a', '1'], ['b', '2']));
    expect((await call(jira, pat, 'DELETE', '/attachment/10000')).status).toBe(403);
    expect((await call(jira, mal, 'DELETE', '/attachment/10000')).status).toBe(404);
    expect((await call(jira, erin, 'DELETE', '/attachment/10000')).status).toBe(204);
    expect((await call(jira, jo, 'DELETE', '/attachment/10001')).status).toBe(204);
    expect((await call(jira, jo, 'GET', '/attachment/10001')).status).toBe(404);
    expect(told.at(-1)).toMatchObject({ kind: 'attachment-deleted', subjectId: '10001' });
  });

  it('goes with its issue', async () => {
    await upload(form(['a', '1']));
    await call(jira, jo, 'DELETE', '/issue/OPS-1');
    expect(jira.store.attachments.size).toBe(0);
  });
});
