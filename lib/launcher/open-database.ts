import pg from 'pg'
import { openEmbedded } from '@/lib/platform/embedded-postgres'
import { env } from '@/lib/platform/env'
import { migrate, portalRole } from '@/lib/platform/migrate'

export type OpenDatabase = {
  kind: 'embedded' | 'external'
  applied: string[]
  close: () => Promise<void>
  whenGone: (tell: () => void) => void
}

/**
 * The database of this installation, migrated: `DATABASE_URL` where it is set, else the embedded server under `DATA_DIR`.
 * Sets DATABASE_URL and DATABASE_ROLE for this process and its children.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env()
  const embedded = DATABASE_URL ? undefined : await openEmbedded(DATA_DIR)
  const url = embedded?.url ?? DATABASE_URL!
  try {
    const applied = await migrate(url)
    process.env.DATABASE_URL = url
    process.env.DATABASE_KIND = embedded ? 'embedded' : 'external'
    if (await mayStepDown(url)) process.env.DATABASE_ROLE = portalRole
    return {
      kind: embedded ? 'embedded' : 'external',
      applied,
      close: async () => embedded?.stop(),
      whenGone: (tell) => embedded?.whenGone(tell),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function mayStepDown(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')`,
    [portalRole],
  )
  await client.end()
  return rows.length > 0
}
