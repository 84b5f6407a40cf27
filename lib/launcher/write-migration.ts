import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '@/lib/platform/embedded-postgres'
import { migrate } from '@/lib/platform/migrate'
import { schemaDifference } from '@/lib/platform/schema-difference'

/** `npm run migration -- <name>`: writes the SQL that brings the migrated database to the schema files. */
const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('usage: npm run migration -- <name-in-kebab-case>')
  process.exit(64)
}
const scratch = mkdtempSync(join(tmpdir(), 'gp-systems-migration-'))
const server = await openEmbedded(scratch, { durable: false })
try {
  await migrate(server.url)
  const sql = await schemaDifference(server.url)
  if (sql.trim() === '' || sql.includes('This is an empty migration')) {
    console.log('The migrations and the schema agree: nothing to write.')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    console.log(`${folder}/migration.sql: read it, add the constraints and triggers that the schema cannot say.`)
  }
} finally {
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
}
