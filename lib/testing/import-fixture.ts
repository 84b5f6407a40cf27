import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of a small invented file in the format of a public one. */
export const importFixture = (name: string): Buffer =>
  readFileSync(join(process.cwd(), 'lib/testing/fixtures/imports', name))
