import { spawnSync } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { tellTheStory } from '@/prisma/seed/story'

const database = useDatabase()
/** What `npm run audit:verify` runs once the packages are there, against this test's database. */
const line = ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/with-database.ts']
const verify = () =>
  spawnSync(process.execPath, [...line, 'lib/worker/command-line/audit-verify.ts'], {
    env: { ...process.env, DATABASE_URL: process.env.OWNER_DATABASE_URL, NODE_OPTIONS: '', LOG_LEVEL: 'warn' },
    encoding: 'utf8',
  })
const asleep = (change: string) =>
  database.asOwner(`set session_replication_role = replica; ${change}; set session_replication_role = default`)

beforeEach(() => tellTheStory())

describe('npm run audit:verify', () => {
  it('says one hash over an unbroken history, and names the event of which one byte was changed', async () => {
    const sound = verify()
    expect([sound.status, sound.stderr]).toEqual([0, ''])
    expect(sound.stdout).toMatch(/^[0-9a-f]{64} \(\d+ events in \d+ chains\)\n$/)
    expect(verify().stdout).toBe(sound.stdout)
    const { id, chainId, position } = await db.event.findFirstOrThrow({ orderBy: { id: 'desc' }, skip: 1 })
    await asleep(`update "Event" set name = overlay(name placing 'x' from 2 for 1) where id = ${id}`)
    const broken = verify()
    expect(broken.status).toBe(1)
    expect(broken.stderr).toContain(`event ${position} of chain ${chainId}`)
    expect(broken.stdout).toBe('')
  })
})
