// One place states the order of the domains. Lower may not know higher; equals may not know each other.
const tiers = [
  ['administrative-units'],
  ['accounts'],
  ['notifications'],
  ['provenance'],
  ['producers'],
  ['products'],
  ['evaluation'],
  ['certification'],
  ['monitoring', 'marketplaces', 'traceability', 'promotion', 'imports', 'change-requests'],
  ['catalogue', 'reporting', 'audit', 'personal-data'],
]
const any = (names) => `(${names.join('|')})`
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const tests = '(\\.test|/testing)\\.tsx?$'

const order = tiers.map((tier, index) =>
  forbid(
    `downward-only:${tier.join('+')}`,
    'a domain imports only earlier tiers, never its siblings',
    { path: `^src/domains/${any(tier)}/`, pathNot: tests },
    { path: `^src/domains/${any(tiers.slice(index).flat())}/`, pathNot: '^src/domains/$1/' },
  ),
)

module.exports = {
  forbidden: [
    ...order,
    forbid(
      'through-the-front-door',
      'other domains are entered by index.ts; screens may also take message types and pure rules',
      { path: '^src/domains/([^/]+)/', pathNot: `(/screens/|${tests})` },
      { path: '^src/domains/[^/]+/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    ),
    forbid(
      'screens-know-no-server',
      'a screen runs in the browser: messages, pure rules, other screens and the office only',
      { path: '^src/(domains/[^/]+/screens|office)/', pathNot: tests },
      {
        path: '^src/(domains|platform)/',
        pathNot: ['/screens/', '/messages\\.ts$', '/rules(/|\\.ts$)', '/(states|scoring)\\.ts$', '^src/platform/(text|clock|access)/'],
      },
    ),
    forbid('platform-knows-no-domain', 'platform is the ground', { path: '^src/platform/', pathNot: '^src/platform/testing/' }, { path: '^src/(domains|app|reference|cli|office|ui)' }),
    forbid('only-the-top-sees-all', 'only app.ts, main.ts and the command line compose', { path: '^src/(domains|platform|ui|office)/', pathNot: ['^src/platform/testing/', tests] }, { path: '^src/(app|main|reference)\\.ts$|^src/cli/' }),
    forbid(
      'http-only-at-the-edge',
      'use cases do not know that they are called over HTTP',
      { path: '^src/domains/', pathNot: ['(routes|render-problem)\\.tsx?$', '\\.page\\.tsx$', tests] },
      { path: '^(src/platform/http|node_modules/fastify)', dependencyTypesNot: ['type-only'] },
    ),
    forbid('react-only-where-shown', 'React is for pages and screens', { path: '^src/', pathNot: ['\\.tsx$', '^src/(ui|office)/', '/screens/', tests] }, { path: '^node_modules/(react|@mantine|@tanstack)' }),
    forbid(
      'rules-are-pure',
      'rules touch neither database, clock, files nor packages',
      { path: '^src/domains/.+/(rules|scoring|states)(\\.ts$|/)', pathNot: tests },
      { path: '^(src/platform/(db|http|jobs|files|log|config)|node_modules|src/domains/.+/(queries|store|routes)\\.ts)' },
    ),
    forbid('tests-stay-outside', 'nothing that ships imports a test', { path: '^src/', pathNot: ['(\\.test|testing)\\.tsx?$', '^src/platform/testing/'] }, { path: '(\\.test|/testing)\\.tsx?$|^src/platform/testing/' }),
    forbid('no-cycles', 'a cycle hides which comes first', {}, { circular: true }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
