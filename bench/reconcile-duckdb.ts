import { DuckDBInstance } from '@duckdb/node-api'

/**
 * The same question to DuckDB: every resource without id, meta and the fields that hold references, as multisets. Its schema is
 * given, taken from one file before the watch starts; a field that is not in it is silently dropped.
 * Usage: tsx reconcile-duckdb.ts schema DIR | tsx reconcile-duckdb.ts compare SOURCE TARGET SCHEMA
 */
const [verb, ...rest] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run("set threads = 1; set preserve_insertion_order = false; set memory_limit = '6GB'")
const withReferences = [
  'id',
  'meta',
  'subject',
  'patient',
  'encounter',
  'for',
  'focus',
  'context',
  'participant',
  'requester',
  'performer',
  'author',
]

if (verb === 'schema') {
  const described = await connection.runAndReadAll(
    `describe select * from read_ndjson('${rest[0]}/*.ndjson', sample_size = 200000, maximum_depth = -1, union_by_name = true)`,
  )
  const columns = described.getRowObjects().map((row) => [String(row.column_name), String(row.column_type)])
  console.log(JSON.stringify(columns))
} else {
  const columns = JSON.parse(rest[2]!) as [string, string][]
  const given = columns.map(([name, type]) => `'${name}': '${type.replaceAll("'", "''")}'`).join(', ')
  const kept = columns.filter(([name]) => !withReferences.includes(name)).map(([name]) => `"${name}"`)
  const side = (folder: string) =>
    `select md5(cast(row(${kept.join(', ')}) as varchar)) as h from read_ndjson('${folder}/*.ndjson', columns = {${given}}, maximum_object_size = 67108864)`
  const counted = (a: string, b: string) =>
    `select count(*) as n from (select h from ${a} except all select h from ${b})`
  await connection.run(`create temp table s as ${side(rest[0]!)}; create temp table t as ${side(rest[1]!)}`)
  const missing = await connection.runAndReadAll(counted('s', 't'))
  const added = await connection.runAndReadAll(counted('t', 's'))
  console.log(
    JSON.stringify({ missing: Number(missing.getRowObjects()[0]!.n), added: Number(added.getRowObjects()[0]!.n) }),
  )
}
