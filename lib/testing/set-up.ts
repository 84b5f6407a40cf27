import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, vi } from 'vitest'
import { portalRole } from '@/lib/platform/migrate'
import { noon } from './context'

/** A database test file works on its own clone of the migrated template. The clone is made before the file is imported. */
const isDatabaseTest = /\.db\.test\.tsx?$/.test(expect.getState().testPath ?? '')
const owner = inject('databaseUrl')
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`

if (isDatabaseTest) {
  await asOwner(owner, [`create database ${name} template postgres`])
  process.env.DATABASE_URL = owner.replace(/\/postgres$/, `/${name}`)
  process.env.OWNER_DATABASE_URL = process.env.DATABASE_URL
  process.env.DATABASE_ROLE = portalRole
  process.env.DATABASE_CLOCK = noon.toISOString()
  process.env.LOG_LEVEL = 'silent'
}

async function asOwner(url: string, statements: string[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url.replace(/\/postgres$/, '/template1') })
    try {
      await client.connect()
      for (const statement of statements) await client.query(statement)
      return
    } catch (error) {
      if (tries > 20) throw error // another file is cloning the template at this moment
      await new Promise((done) => setTimeout(done, 100))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

/** A stray console.error is a failed test. */
let complaints: ReturnType<typeof vi.spyOn>
beforeAll(() => {
  complaints = vi.spyOn(console, 'error')
})
afterEach(() => {
  const said = complaints.mock.calls.map((call: unknown[]) => call.join(' '))
  complaints.mockClear()
  expect(said, 'console.error was called').toEqual([])
})
afterAll(async () => {
  if (!isDatabaseTest) return
  const { db } = await import('@/lib/platform/db')
  await db.$disconnect()
  await asOwner(owner, [`drop database if exists ${name} with (force)`])
})
