import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '@/lib/platform/embedded-postgres'
import { migrate } from '@/lib/platform/migrate'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

/** One throw-away server a run, with a migrated template that every database test file clones. */
export default async function startDatabase(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-test-'))
  const server = await openEmbedded(folder, { durable: false })
  await migrate(server.url)
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
