import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { bundledBrowser } from './bundled-browser';

/** Flags that let Chromium run as root, without a graphics card, and without calls to the outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium or Chrome: the one that CHROME_PATH names or that is installed, else the one inside `@sparticuz/chromium`
 * (EMERGENCY_CHANGE_BROWSER=bundled asks for that one). Undefined, and said so, where none runs; in CI that throws.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  const failures: string[] = [];
  const attempts =
    process.env.EMERGENCY_CHANGE_BROWSER === 'bundled' ? [] : installed().map((path) => () => launch(path));
  for (const attempt of [...attempts, launchBundled]) {
    try {
      return await attempt();
    } catch (failure) {
      failures.push(String(failure).split('\n')[0] ?? '');
    }
  }
  const message = `No browser runs here, so the browser journeys are skipped. Install Chromium or set CHROME_PATH.\n${failures.join('\n')}`;
  if (process.env.CI !== undefined) throw new Error(message);
  process.stderr.write(`${message}\n`);
  return undefined;
}

const launch = (executablePath: string, env: Readonly<Record<string, string>> = {}): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS, env: { ...ownEnvironment(), ...env } });

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function installed(): readonly string[] {
  const chosen = process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...(chosen === undefined ? [] : [chosen]), ...onPath, ...USUAL_PLACES].filter((path) => existsSync(path));
}

async function launchBundled(): Promise<Browser> {
  const { path, env } = await bundledBrowser();
  return launch(path, env);
}
