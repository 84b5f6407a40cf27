import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { useDatabase } from '@/lib/testing/database'

const { asOwner } = useDatabase()

/** Files that read what a kept comparison or module is made of. */
const readers = ['lib/assurance/facts-store.ts', 'lib/assurance/standards-store.ts', 'lib/catalogue/standing-store.ts']
const besides = [
  'finding',
  'dependencyclaim',
  'supplierdeclaration',
  'standardversion',
  'requirement',
  'standardversionreplacement',
  'requirementchange',
  'standardversiondates',
]

it('every table from which a kept comparison is derived tells its changes', async () => {
  const read = readers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/tx\.(\w+)\.(?:find|upsert)/g)].map((match) => match[1]!.toLowerCase()),
  )
  const models = [...read, ...besides]
  expect(models.length).toBeGreaterThan(5)
  const { rows } = await asOwner(
    `select distinct lower(tgrelid::regclass::text) as name from pg_trigger where tgname like 'tell_catalogue%'`,
  )
  const told = rows.map(({ name }: { name: string }) => name.replaceAll('"', ''))
  expect(models.filter((model) => !told.includes(model))).toEqual([])
})
