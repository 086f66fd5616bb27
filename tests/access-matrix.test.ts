import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import { isPermission } from '../src/platform/access/permissions.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'

const database = await testDatabase()
const matrixPath = new URL('access-matrix.txt', import.meta.url)

async function permissionsByRole(): Promise<Map<string, Set<string>>> {
  const rows = await database.db
    .selectFrom('accounts.role_permission')
    .select(['role_code', 'permission'])
    .orderBy('role_code')
    .execute()
  const byRole = new Map<string, Set<string>>()
  for (const { role_code, permission } of rows)
    byRole.set(role_code, (byRole.get(role_code) ?? new Set()).add(permission))
  return byRole
}

async function drawMatrix(): Promise<string> {
  const roles = await permissionsByRole()
  const personas = ['nobody', ...roles.keys()]
  const lines = routes.map(({ method, path, access }) => {
    const answers = personas.map((persona) => {
      if (access === 'anyone') return 'yes'
      if (persona === 'nobody') return 'no'
      return access === 'signed-in' || roles.get(persona)?.has(access) ? 'own' : 'no'
    })
    return [
      method.padEnd(6),
      path.padEnd(64),
      access.padEnd(20),
      ...answers.map((answer, index) => answer.padEnd(personas[index]?.length ?? 0)),
    ]
      .join('  ')
      .trimEnd()
  })
  const heading = [''.padEnd(6), ''.padEnd(64), 'access'.padEnd(20), ...personas].join('  ').trimEnd()
  return `${[heading, ...lines.sort()].join('\n')}\n`
}

// After a new route: WRITE_TABLES=1 npx vitest run tests/access-matrix.test.ts, then review the difference.
test('who may call what is reviewed: the matrix in the repository is the one of the routes', async () => {
  const drawn = await drawMatrix()
  if (readConfig().writesTables) await writeFile(matrixPath, drawn)
  expect(await readFile(matrixPath, 'utf8')).toBe(drawn)
})

test('every permission that a role holds is one the code knows', async () => {
  for (const [role, held] of await permissionsByRole()) {
    expect(
      [...held].filter((permission) => !isPermission(permission)),
      role,
    ).toEqual([])
  }
})

test('no two routes answer at the same address', () => {
  const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})
