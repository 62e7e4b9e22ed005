/** The import rules of the house. lib/local/import-rules.test.ts shows that each of them catches its offender. */
const nouns = [
  'provisioning',
  'sending',
  'reputation',
  'messages',
  'credentials',
  'inboxes',
  'domains',
  'tenants',
  'workspaces',
  'accounts',
  'usage',
  'audit',
]
const anyNoun = `^lib/(${nouns.join('|')})/`
const test = '\\.(test|int\\.test)\\.tsx?$|/testing/|/test/'

/** A noun imports only nouns to its right. */
const order = nouns.slice(1).map((noun, i) => ({
  name: `noun-order-${noun}`,
  severity: 'error',
  comment: `${noun} stands right of ${nouns.slice(0, i + 1).join(', ')} and must not import them.`,
  from: { path: `^lib/${noun}/`, pathNot: test },
  // What plans give is a table without imports of its own noun: everything that counts stands on it.
  to: { path: `^lib/(${nouns.slice(0, i + 1).join('|')})/`, pathNot: '^lib/tenants/plans\\.ts$' },
}))

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Circles hide which part stands on which.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    ...order,
    forbid(
      'kernel-stands-alone',
      'The kernel has no product words.',
      { path: '^lib/kernel/', pathNot: test },
      { path: '^(app|components|prisma|lib/(?!kernel/))' },
    ),
    forbid(
      'gateways-know-the-kernel-only',
      'A gateway speaks our words outwards and knows nothing of the product.',
      { path: '^lib/gateways/([^/]+)/', pathNot: test },
      { path: '^(app|components|prisma|lib/(?!kernel/|gateways/$1/))' },
    ),
    forbid(
      'nouns-know-no-face',
      'The product does not know who asks for it.',
      { path: anyNoun, pathNot: test },
      { path: '^(app|components|prisma|lib/(faces|local)/)' },
    ),
    forbid(
      'nouns-know-no-framework',
      'The product does not know its framework; next-auth’s adapter is the one border.',
      { path: anyNoun, pathNot: `${test}|^lib/accounts/auth-adapter\\.ts$` },
      { path: 'node_modules/(next|next-auth|react|react-dom|@tanstack)(/|$)' },
    ),
    forbid(
      'only-one-face-knows-next',
      'Next’s server parts are reached through lib/faces/next.',
      { path: '^lib/', pathNot: `^lib/faces/next/|^lib/accounts/auth-adapter\\.ts$|${test}` },
      { path: 'node_modules/(next|next-auth)(/|$)' },
    ),
    forbid(
      'components-see-views',
      'What people see knows shapes, never rows.',
      { path: '^components/' },
      { path: '^lib/(?!.*(view|words)\\.ts$)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'components-see-views-as-types',
      'Even types come from views, from the catalog, or from the local world’s shapes.',
      { path: '^components/' },
      {
        path: '^lib/',
        pathNot:
          'view\\.ts$|/words\\.ts$|^lib/kernel/errors\\.ts$|^lib/local/world/types\\.ts$|^lib/accounts/personas\\.ts$|^lib/faces/perform\\.ts$',
      },
    ),
    forbid(
      'database-behind-the-kernel',
      'Row-level security is entered in one place.',
      {
        path: '^(app|components|lib)/',
        pathNot: `^lib/kernel/(db/|jobs|live|lock|platform|budget)|^lib/local/|${test}`,
      },
      { path: 'node_modules/(@prisma/|prisma|pg/|pg-boss)|^lib/kernel/db/generated' },
    ),
    forbid(
      'provider-behind-its-gateway',
      'The mail network’s words stay inside.',
      { path: '^(app|components|lib)/', pathNot: `^lib/gateways/(ses|storage)/|^lib/local/world/|${test}` },
      { path: 'node_modules/@aws-sdk/' },
    ),
    forbid(
      'acts-across-tenants-are-listed',
      'The platform role is entered from files named platform.ts only.',
      { path: '^(app|components|lib)/', pathNot: `/platform\\.ts$|${test}` },
      { path: '^lib/kernel/platform\\.ts$' },
    ),
    forbid(
      'callers-are-minted-by-faces',
      'Only the session, a key, the worker and the seed can make a caller.',
      { path: '^(app|components|lib)/', pathNot: `^lib/faces/|^lib/local/seed|${test}` },
      { path: '^lib/kernel/mint\\.ts$' },
    ),
    forbid(
      'command-line-is-a-client',
      'It calls the API and nothing else; admin-link is the one command of the server.',
      { path: '^lib/faces/cli/', pathNot: `^lib/faces/cli/admin-link\\.ts$|${test}` },
      { path: '^(app|components|prisma|lib/(?!faces/cli/|client/|local/bootstrap\\.mjs$))' },
    ),
    forbid(
      'local-knows-the-kernel',
      'The embedded world plays the outside; only the seed calls the product.',
      { path: '^lib/local/', pathNot: `^lib/local/seed|${test}` },
      { path: '^(app|components|lib/(?!kernel/|local/))' },
    ),
    forbid(
      'world-is-a-stranger',
      'What plays the outside world must not know the inside.',
      { path: '^lib/local/world/', pathNot: test },
      { path: '^(app|components|prisma|lib/(?!local/world/))' },
    ),
    forbid(
      'e2e-is-a-stranger',
      'Journeys know what a stranger knows.',
      { path: '^e2e/' },
      { path: '^(app|components|prisma|lib)/' },
    ),
    forbid(
      'app-has-no-inside',
      'Pages call operations through faces; they touch neither database nor gateways.',
      { path: '^app/' },
      { path: '^lib/(gateways|kernel/(db|platform|mint|jobs|lock|budget))' },
    ),
    forbid(
      'no-tests-in-the-product',
      'Test helpers stay with tests.',
      { path: '^(app|components|lib)/', pathNot: test },
      { path: test },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|lib/kernel/db/generated/(internal|models))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
