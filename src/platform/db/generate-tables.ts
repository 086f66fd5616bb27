import { sql } from 'kysely'
import type { Db } from './database.ts'

interface Column {
  schema: string
  relation: string
  column: string
  type: string
  nullable: boolean
  generated: boolean
  defaulted: boolean
  view: boolean
}

/** How a PostgreSQL type arrives in TypeScript, given the parsers of database.ts. */
const arrivesAs = new Map([
  ['bool', 'boolean'],
  ['int2', 'number'],
  ['int4', 'number'],
  ['int8', 'number'],
  ['numeric', 'number'],
  ['float8', 'number'],
  ['float4', 'number'],
  ['timestamptz', 'Date'],
  ['jsonb', 'Json'],
  ['bytea', 'Buffer'],
  ['_text', 'string[]'],
  ['_int4', 'number[]'],
  ['_int2', 'number[]'],
  ['_uuid', 'string[]'],
])

async function readColumns(db: Db): Promise<Column[]> {
  const result = await sql<Column>`
    select n.nspname as schema, c.relname as relation, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.attgenerated <> '' or a.attidentity = 'a' as generated, a.atthasdef or a.attidentity <> '' as defaulted, c.relkind in ('v', 'm') as view
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_%'
      and not (n.nspname = 'public' and c.relname <> 'migration')
    order by n.nspname, c.relname, a.attnum`.execute(db)
  return result.rows
}

function columnType(column: Column): string {
  const base = arrivesAs.get(column.type) ?? 'string'
  const type = column.nullable ? `${base} | null` : base
  if (column.view) return type
  if (column.generated) return `GeneratedAlways<${type}>`
  return column.defaulted ? `Generated<${type}>` : type
}

/** Writes the table types from a migrated database, so that SQL stays the only description of what is stored. */
export async function generateTables(db: Db): Promise<string> {
  const relations = new Map<string, string[]>()
  for (const column of await readColumns(db)) {
    const key = `${column.schema}.${column.relation}`
    relations.set(key, [...(relations.get(key) ?? []), `    ${column.column}: ${columnType(column)}`])
  }
  const blocks = [...relations].map(([name, lines]) => `  '${name}': {\n${lines.join('\n')}\n  }`)
  return `// Generated from db/migrations by \`npm run tables\`; do not edit.
import type { Generated, GeneratedAlways } from 'kysely'

/** Whatever JSON holds; narrow it with a schema before use. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export interface Tables {
${blocks.join('\n')}
}
`
}
