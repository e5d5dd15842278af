import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { freshFolder, type StartedSite, startSite } from './start-command';

const running = new Set<StartedSite>();
afterEach(async () => {
  for (const site of running) await site.stop();
  running.clear();
});

async function start(...args: readonly string[]): Promise<StartedSite> {
  const site = await startSite(...args);
  running.add(site);
  return site;
}

const KeySchema = v.object({ key: v.string() });
const NowSchema = v.object({ now: v.string() });

async function ask(site: StartedSite, method: string, path: string, body?: object): Promise<unknown> {
  const credentials = Buffer.from('erin@example.com:erin-token').toString('base64');
  const headers = { 'content-type': 'application/json', authorization: `Basic ${credentials}` };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(site.url + path, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

const create = async (site: StartedSite, summary: string): Promise<string> =>
  v.parse(
    KeySchema,
    await ask(site, 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary },
    }),
  ).key;

const summaryOf = (site: StartedSite, key: string) => ask(site, 'GET', `/rest/api/3/issue/${key}?fields=summary`);

const timeOf = async (site: StartedSite): Promise<number> =>
  new Date(v.parse(NowSchema, await ask(site, 'GET', '/emulator/clock')).now).getTime();

/** Until what was done is in the file: the site looks for changes every second. */
async function untilKept(folder: string, text: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!readFileSync(join(folder, 'site.jsonl'), 'utf8').includes(text)) {
    if (performance.now() > deadline) throw new Error(`Not kept: ${text}`);
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
  }
}

/** A few issues made without the app: a start that needs nothing else to work. */
const SMALL = ['--seed', 'large:20'];

describe('npm start', () => {
  it('goes on after Ctrl+C with what a person did, at no earlier time', async () => {
    const data = freshFolder();
    const first = await start('--data', data, ...SMALL);
    const key = await create(first, 'Kept to the last moment');
    await ask(first, 'POST', '/emulator/clock', { advance: 'P3D' });
    const left = await timeOf(first);
    await first.stop('SIGINT');

    const second = await start('--data', data);

    expect(second.said()).toContain('It goes on from where it was left');
    expect(await summaryOf(second, key)).toMatchObject({ fields: { summary: 'Kept to the last moment' } });
    expect(await timeOf(second)).toBeGreaterThanOrEqual(left);
    expect((await timeOf(second)) - left).toBeLessThan(60_000);
    expect(await create(second, 'The next one')).not.toBe(key);
  });

  it('goes on after a crash with what was done until a second before', async () => {
    const data = freshFolder();
    const first = await start('--data', data, ...SMALL);
    const key = await create(first, 'Kept before the crash');
    await untilKept(data, 'Kept before the crash');
    await first.stop('SIGKILL');
    // As when the crash came in the middle of a write.
    appendFileSync(join(data, 'site.jsonl'), '["set","jira.issues","99999",{"id":"99');

    const second = await start('--data', data);

    expect(second.said()).toContain('was cut off');
    expect(await summaryOf(second, key)).toMatchObject({ fields: { summary: 'Kept before the crash' } });
  });

  it.each([
    { what: 'is broken', spoil: (file: string) => writeFileSync(file, 'not a site\n'), said: 'its first line' },
    {
      what: 'is cut off at once',
      spoil: (file: string) => truncateSync(file, Math.floor(statSync(file).size / 4)),
      said: 'never',
    },
    {
      what: 'is of another version',
      spoil: (file: string) =>
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"embeddedJira":\d+/, '"embeddedJira":999')),
      said: 'another version',
    },
  ])('keeps a file aside that $what, says so, and begins anew', async ({ spoil, said }) => {
    const data = freshFolder();
    const file = join(data, 'site.jsonl');
    const first = await start('--data', data, ...SMALL);
    await create(first, 'Only in the old one');
    await first.stop();
    spoil(file);
    const spoilt = readFileSync(file, 'utf8');

    const second = await start('--data', data, ...SMALL);

    expect(second.said()).toContain(said);
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(spoilt);
    expect(readFileSync(file, 'utf8')).not.toContain('Only in the old one');
  });

  it('starts over when it is told to', async () => {
    const data = freshFolder();
    const first = await start('--data', data, ...SMALL);
    await create(first, 'Only in the old one');
    await first.stop();
    const second = await start('--data', data, ...SMALL, '--fresh');
    expect(second.said()).not.toContain('It goes on');
    expect(readFileSync(join(data, 'site.jsonl'), 'utf8')).not.toContain('Only in the old one');
  });

  it('refuses a folder that another site works in, and lets it go at the end', async () => {
    const data = freshFolder();
    const first = await start('--data', data, ...SMALL);
    await expect(startSite('--data', data)).rejects.toThrow(`The site is in use at ${first.url}`);
    await first.stop();
    expect(existsSync(join(data, 'site.lock'))).toBe(false);
  });

  it.each([
    { args: ['--seed', 'paradise'], said: 'There is no seed paradise' },
    { args: ['--port', '99999'], said: 'is no port' },
    { args: ['--nonsense'], said: 'Usage: npm start' },
  ])('refuses $args with how it is used', async ({ args, said }) => {
    await expect(startSite(...args)).rejects.toThrow(said);
  });

  it('refuses another seed than the kept site began from', async () => {
    const data = freshFolder();
    const first = await start('--data', data, ...SMALL);
    await first.stop();
    await expect(startSite('--data', data, '--seed', 'demo')).rejects.toThrow('began from the seed large:20');
  });
});
