const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: { parser: syntax, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

/** Packages that come as ES modules only; jest loads CommonJS. */
const ESM_ONLY = ['@apidevtools/json-schema-ref-parser', 'jira.js'];

/** One project, run in Node: what people see is tested in a real browser, from test/e2e. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '\\.tsx?$': swc({ syntax: 'typescript', tsx: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  // Its package.json names no entry for `require`.
  moduleNameMapper: { '^jira\\.js$': '<rootDir>/node_modules/jira.js/dist/index.js' },
  injectGlobals: false,
  testTimeout: 60_000,
};
