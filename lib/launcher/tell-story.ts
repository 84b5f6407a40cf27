import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isEmpty, tellTheStory } from '@/prisma/seed/story'
import { told } from './steps'

// Tells the demonstration story in an empty database. A process of its own: what telling needs stays in nobody's memory afterwards.
const { DATA_DIR } = env()
/** Stands while the story is told: it is told in many transactions, and one broken off half way is no story. */
const begun = join(DATA_DIR, 'story-begun')

try {
  if (existsSync(begun))
    throw new Error(
      `The demonstration was broken off while it was told. Empty the database (the embedded one: remove ${DATA_DIR}) and start again.`,
    )
  if (await isEmpty()) {
    mkdirSync(DATA_DIR, { recursive: true })
    writeFileSync(begun, '')
    await told('Telling the demonstration story', tellTheStory)
    rmSync(begun)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
