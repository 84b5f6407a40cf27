import { afterAll, expect, it } from 'vitest'
import { catalogueStamp, keepReadModel } from '@/lib/catalogue/read-model/keep-read-model'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { loadNational, readNational } from './national'

useDatabase()
const keeping = keepReadModel()
afterAll(() => keeping.close())

const read = async () => (await countStatements(readNational)).statements

/** Waits until all that a change tells has come: after its commit, and often more than once. */
async function told(change: () => Promise<unknown>): Promise<void> {
  const first = catalogueStamp()
  await change()
  await expect.poll(catalogueStamp).not.toBe(first)
  for (let before = ''; before !== catalogueStamp(); await new Promise((done) => setTimeout(done, 150)))
    before = catalogueStamp()!
}

it('what holds for every module is read once, and anew as soon as a standard, a requirement or a clock has changed', async () => {
  await expect.poll(catalogueStamp).toBeDefined()
  await told(() => module.conformant({ name: 'Alder' }))
  await readNational()
  expect(await read()).toBe(0)
  for (const change of [
    () => db.standard.updateMany({ data: { name: 'Another name' } }),
    () => db.requirement.updateMany({ data: { title: 'Another title' } }),
    () => db.standardVersion.updateMany({ data: { effectiveOn: dateFromDay('2020-01-01') } }),
    () => db.clockRule.create({ data: { clock: 'CL-01', fromOn: dateFromDay('2030-01-01'), days: [9] } }),
  ]) {
    await told(change)
    const asked = await countStatements(() => Promise.all(Array.from({ length: 20 }, readNational)))
    expect(asked.statements).toBeGreaterThan(0)
    expect(asked.statements).toBeLessThan(10)
    expect(await readNational()).toEqual(await loadNational(db))
    expect(await read()).toBe(0)
  }
})
