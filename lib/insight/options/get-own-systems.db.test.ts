import { describe, expect, it } from 'vitest'
import { foundationCapabilities } from '@/lib/catalogue/listing-rules'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { unset } from '@/lib/testing/unset'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { getOwnSystems } from './get-own-systems'

const { asOwner } = useDatabase()

const linesOf = async (of: Parties, now?: Date) => {
  const own = await getOwnSystems(contextOf(of.manager, now))
  if (!own?.systems.ok) throw new Error(JSON.stringify(own?.systems))
  return { ...own, lines: own.systems.value.lines }
}
/** Other practices with the same module, each for its own list at its own price. */
async function peers(of: Parties, moduleId: string, yearly: bigint[], listSize = 10_000) {
  for (const [i, yearlyPence] of yearly.entries()) {
    const practice = await organisation.practice()
    await contract.made({ ...of, practice }, { number: `C00010${i}-01`, moduleId, yearlyPence, listSize })
  }
}

describe('P1: my systems, my contracts, my options', () => {
  it('tells version, label, price range and three costed options of each contract', async () => {
    const of = await parties()
    await db.capability.createMany({
      data: [{ id: 'C5', name: 'Appointments', category: 'test', status: 'effective' }],
    })
    const present = await module.conformant({ name: 'Present', unitPrice: '130000', supplierId: of.gaining.id })
    const other = await module.conformant({ name: 'Other', unitPrice: '100000' })
    await module.unassessed({ name: 'Cheap but not assessed', unitPrice: '10' })
    const { moduleId, moduleVersionId } = present
    await contract.made(of, { moduleId, moduleVersionId, moduleName: 'Present' })
    await peers(of, moduleId, [1_000_000n, 1_100_000n, 1_200_000n, 1_300_000n, 1_400_000n])
    const { lines, tasks } = await linesOf(of)
    expect(lines).toHaveLength(1)
    const [line] = lines
    expect(line).toMatchObject({
      contract: { payer: 'North Bank', yearlyPence: 1_243_746n },
      state: { version: '1.0.0', label: { kind: 'conformant' } },
      range: { kind: 'range', practices: 5, low: 1_085_800n, high: 1_283_200n },
    })
    expect(line!.options.map(({ key, cost, offer }) => [key, cost?.yearlyPence, offer?.moduleId])).toEqual([
      ['stay', 1_283_230n, present.moduleId],
      ['renegotiate', 1_085_800n, undefined],
      ['move', 987_100n, other.moduleId],
    ])
    expect(tasks.map((task) => task.words)).toEqual(['Confirm the day on which Present goes live, once it is in use'])
  })

  it('H2: a whole system that nothing matches in full is costed against another whole system, with what that lacks', async () => {
    const of = await parties()
    const capabilities = [...foundationCapabilities, 'C50']
    await db.capability.createMany({
      data: capabilities.map((id) => ({ id, name: `Name of ${id}`, category: 'test', status: 'effective' })),
    })
    const present = await module.conformant({ name: 'Present', capabilities })
    const other = await module.conformant({ name: 'Other', capabilities: [...foundationCapabilities] })
    await contract.made(of, { moduleId: present.moduleId, moduleName: 'Present' })
    const move = (await linesOf(of)).lines[0]!.options[2]!
    expect(move.offer).toMatchObject({ moduleId: other.moduleId, missing: ['Name of C50'] })
  })

  it('says nothing of others where fewer than the smallest group are alike', async () => {
    const of = await parties()
    const { moduleId } = await module.conformant({ name: 'Present' })
    await contract.made(of, { moduleId, moduleName: 'Present' })
    await peers(of, moduleId, [1n, 2n, 3n, 4n])
    await peers(of, moduleId, [5n], 50_000)
    expect((await linesOf(of)).lines[0]!.range).toEqual({ kind: 'too-few' })
  })

  it('of a module outside the catalogue knows the contract alone, and a price of the past is no offer', async () => {
    const of = await parties()
    await contract.present(of)
    const [line] = (await linesOf(of)).lines
    expect(line!.state).toBeUndefined()
    expect(line!.options[0]).toMatchObject({ key: 'stay', cost: { yearlyPence: 1_260_000n } })
    expect(line!.options[0]!.basis).toContain('It is no offer')
    expect(line!.options[2]!.cost).toBeUndefined()
  })

  it('costs staying at the contract where its module cannot be bought any more', async () => {
    const of = await parties()
    const { moduleId } = await module.suspended({ name: 'Present' })
    await contract.made(of, { moduleId, moduleName: 'Present' })
    expect((await linesOf(of)).lines[0]!.options[0]!.offer).toBeUndefined()
  })

  it('is for people of the practice alone, and K1 refuses in words where a figure is not set', async () => {
    const of = await parties()
    await contract.present(of)
    expect(await getOwnSystems(contextOf(visitor))).toBeUndefined()
    expect(await getOwnSystems(contextOf(of.approver))).toBeUndefined()
    expect(await getOwnSystems(contextOf(of.stranger))).toMatchObject({ systems: { value: { lines: [] } } })
    await unset(asOwner, 'alike-within')
    expect(await getOwnSystems(contextOf(of.manager))).toMatchObject({
      systems: { ok: false, refusal: { because: expect.stringContaining('is not set') } },
    })
  })
})
