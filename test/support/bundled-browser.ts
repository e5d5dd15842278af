import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { devDependencies } from '../../package.json';

/** A browser unpacked on this machine, and what its process needs in its environment. */
export interface BundledBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const CACHE = join(__dirname, '../../.cache');

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, with the libraries and the font that it brings, for
 * machines that have none of them. Rejects where it cannot be unpacked; it is made for Linux on x64.
 */
export async function bundledBrowser(): Promise<BundledBrowser> {
  const folder = join(CACHE, `browser-${devDependencies['@sparticuz/chromium']}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/**
 * Two test files may ask at once, and the package takes a half-written browser for a whole one. So it is unpacked aside
 * and moved into place at once; who comes second finds it there.
 */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const aside = await mkdtemp(`${folder}.`);
  try {
    await unpack(aside);
    await writeFile(join(aside, 'fonts.conf'), fontSettings(folder));
    await rename(aside, folder).catch((failure: unknown) => {
      if (!existsSync(folder)) throw failure;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * The package unpacks to the folder for temporary files, changes its process's environment, and brings its libraries
 * only where it believes to be in a Lambda: hence a process of its own.
 */
async function unpack(folder: string): Promise<void> {
  const script = "require('@sparticuz/chromium').executablePath().then((path) => process.stdout.write(path))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: __dirname,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  const path = v.parse(v.string(), stdout);
  if (dirname(path) !== folder) throw new Error(`The browser was unpacked to ${path}, not to ${folder}.`);
}

/** The machine's fonts where it has some, and the one that the package brings. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
