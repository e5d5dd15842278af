/** The arrows of the house: entry -> application -> domain; adapters -> application's ports and domain; ui -> api. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'app-stands-alone',
      comment: 'What is deployed never reaches into what only runs here.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(emulator|verify|bench|test|scripts)/' },
    },
    {
      name: 'emulator-shares-no-code',
      comment: 'The emulator is built from the descriptions of the platform, not from the app.',
      severity: 'error',
      from: { path: '^(emulator|verify)/' },
      to: { path: '^(src|test|bench)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { path: '^src/(application|adapters|entry|ui|wiring|api)' },
    },
    {
      name: 'domain-knows-no-platform',
      severity: 'error',
      from: { path: '^src/(domain|application)' },
      to: { path: 'node_modules/(@forge|react)' },
    },
    {
      name: 'application-knows-no-adapters',
      severity: 'error',
      from: { path: '^src/application' },
      to: { path: '^src/(adapters|entry|ui|wiring)' },
    },
    {
      name: 'adapters-know-no-entry',
      severity: 'error',
      from: { path: '^src/adapters' },
      to: { path: '^src/(entry|ui|wiring|api)' },
    },
    {
      name: 'ui-speaks-through-api',
      severity: 'error',
      from: { path: '^src/ui' },
      to: { path: '^src/(domain|application|adapters|entry|wiring)' },
    },
    {
      name: 'only-wiring-knows-both-sides',
      severity: 'error',
      from: { path: '^src/entry' },
      to: { path: '^src/adapters' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
