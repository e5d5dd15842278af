import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: { parser: syntax, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

/** Packages that come as ES modules only; jest loads CommonJS. */
const ESM_ONLY = ['@apidevtools/json-schema-ref-parser'];

/**
 * jira.js as one CommonJS file, built once for each version. It comes as 2,000 ES modules: loading them would take a second
 * of each test file, and nearly all of them check with it what the embedded Jira answers.
 */
async function jiraClient() {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const { version } = JSON.parse(await readFile(`${root}node_modules/jira.js/package.json`, 'utf8'));
  const file = `${root}.cache/jira.js-${version}.cjs`;
  if (existsSync(file)) return file;
  const aside = `${file}.${process.pid}`;
  const entryPoints = [`${root}node_modules/jira.js/dist/index.js`];
  await build({ entryPoints, outfile: aside, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  await rename(aside, file);
  return file;
}

/** One project, run in Node: what people see is tested in a real browser, from test/e2e. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '\\.tsx?$': swc({ syntax: 'typescript', tsx: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  // What is built there has copies of package.json and of the app, which are none of the tests' business.
  modulePathIgnorePatterns: ['<rootDir>/\\.(cache|data)/'],
  moduleNameMapper: { '^jira\\.js$': await jiraClient() },
  injectGlobals: false,
  setupFilesAfterEnv: ['<rootDir>/test/support/after-each-file.ts'],
  testTimeout: 60_000,
  // Jest would leave one processor to itself: on two, half of the time would go by unused.
  maxWorkers: '100%',
};
