import { beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, completedForm, declareAll, frozenProject, setAwarded } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { findCallOffsByProject } from '../call-offs/call-off-store'
import { deleteCallOff } from '../call-offs/delete-call-off'
import { draftCallOff } from '../call-offs/draft-call-off'
import { requestFunding } from '../call-offs/request-funding'
import { getPackText } from '../competitions/get-pack-text'
import { decideProject } from './decide-project'
import { getDecisionPack, getProject } from './get-project'

const database = useDatabase()
let of: Buyers
let [a, b, whole]: MadeModule[] = []
beforeEach(async () => {
  of = await buyers(noon)
  for (const id of ['C1', 'C2'])
    await db.capability.createMany({
      data: [{ id, name: `Capability ${id}`, category: 'x', status: 'effective' }],
      skipDuplicates: true,
    })
  a = await module.conformant({ name: 'Alpha', capabilities: ['C1'], unitPrice: '40000' })
  b = await module.conformant({ name: 'Beta', capabilities: ['C2'], unitPrice: '50000' })
  whole = await module.conformant({ name: 'Whole', capabilities: ['C1', 'C2'], unitPrice: '100000' })
})
const ctx = () => contextOf(of.manager)
const need = { capabilityIds: ['C1', 'C2'] }
const reason = 'A reason that is long enough to be kept for good.'
async function input(
  id: string,
  chosen: MadeModule[],
  reasonCode: 'best-by-mechanism' | 'only-one-meets' = 'best-by-mechanism',
) {
  await declareAll(id, noon)
  const project = (await getProject(of.manager, id))!
  const winnerId = chosen.map(({ moduleId }) => project.entries.find((e) => e.moduleId === moduleId)!.id)
  const others = project.entries.filter((e) => !winnerId.includes(e.id))
  const exclusions = Object.fromEntries(others.map((e) => [e.id, { code: 'price' as const, text: reason }]))
  return { id, version: project.version, winnerId, reasonCode, reason, exclusions }
}
const decide = async (id: string, chosen: MadeModule[], code?: 'only-one-meets') =>
  decideProject(ctx(), await input(id, chosen, code))

describe('a set of modules', () => {
  it('covers the whole need with nothing superfluous, or is refused by name', async () => {
    const id = await frozenProject(of, [a!, b!, whole!], need)
    expect(await because(decide(id, [a!]))).toBe('Nothing that you chose covers C2 of the need')
    expect(await because(decide(id, [a!, whole!]))).toBe('Leave Alpha out: the others cover the need without it')
    expect(await because(decide(id, [whole!]))).toBe('Alpha with Beta costs less over the term and covers the need')
    expect(await because(decide(id, [a!, b!], 'only-one-meets'))).toContain('so this set is not the only one')
    const { exclusions: _, ...bare } = await input(id, [a!, b!])
    expect(await because(decideProject(ctx(), { ...bare, exclusions: {} }))).toBe('Say why Whole was not chosen')
    expect(await answer(decide(id, [a!, b!]))).toBe('done')
    const { decision, entries } = (await getProject(of.manager, id))!
    expect(decision).toMatchObject({ outcome: 'awarded', winnerId: null })
    expect(decision!.winnerIds.map((w) => entries.find((e) => e.id === w)!.moduleName).sort()).toEqual([
      'Alpha',
      'Beta',
    ])
  })

  it('several without a named need are refused', async () => {
    const id = await frozenProject(of, [a!, b!])
    expect(await because(decide(id, [a!, b!]))).toContain('This need names no capabilities, so one module is chosen')
  })

  it('A6: the cap of a direct award counts all of them together', async () => {
    const dear = await module.conformant({ name: 'Dear', capabilities: ['C2'], unitPrice: '100000' })
    const id = await frozenProject(of, [a!, dear], need)
    expect(await because(decide(id, [a!, dear]))).toMatch(
      /Direct award is for orders up to £40,000.00 excluding VAT. The 2 modules together cost £41,45\d.\d\d./,
    )
    expect((await getProject(of.manager, id))!.decision).toBeNull()
  })

  it('A1, A2, A3: the database keeps winners inside the project, two decisions at once leave one, nothing is edited', async () => {
    const id = await frozenProject(of, [a!, b!], need)
    const other = (await getProject(of.manager, await frozenProject(of, [whole!])))!.entries[0]!
    const asked = await input(id, [a!, b!])
    expect(await because(decideProject(ctx(), { ...asked, winnerId: [asked.winnerId[0]!, other.id] }))).toContain(
      'Choose a module from the frozen shortlist',
    )
    const answers = await Promise.all([1, 2].map(() => answer(decideProject(ctx(), asked))))
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    expect(await db.decisionWinner.count()).toBe(2)
    await expect(db.decisionWinner.create({ data: { projectId: id, entryId: other.id } })).rejects.toThrow(
      /foreign key/i,
    )
    await expect(database.asOwner('delete from "DecisionWinner"')).rejects.toThrow(/append-only/)
  })

  it('D4: the pack names every winner, the sets that were compared and the whole cost; its bytes have the recorded hash', async () => {
    const id = await setAwarded(of, [a!, b!, whole!], [a!, b!], need.capabilityIds)
    const pack = (await getDecisionPack(of.manager, id))!
    const { decision } = (await getProject(of.manager, id))!
    expect(sha256Hex(pack)).toBe(decision!.packSha256)
    const read = JSON.parse(pack)
    expect(read).toMatchObject({
      schema: 'decision-pack/3',
      needs: { capabilityIds: ['C1', 'C2'] },
      decision: { winnerId: null, winnerIds: decision!.winnerIds, togetherPence: expect.stringMatching(/^\d+$/) },
    })
    expect(read.checks).toHaveLength(2)
    expect(read.decision.mechanism.sets[0].entryIds.toSorted()).toEqual(decision!.winnerIds.toSorted())
    const words = JSON.stringify((await getPackText(of.manager, id))!.text)
    for (const word of ['What was chosen together', 'Sets that were compared', 'Alpha', 'Beta'])
      expect(words).toContain(word)
  })
})

describe('the orders of a set', () => {
  it('T3: one for each supplier; no module twice, six at once neither; ending one frees its own part alone', async () => {
    const projectId = await setAwarded(of, [a!, b!, whole!], [a!, b!], need.capabilityIds)
    const { entries } = (await getProject(of.manager, projectId))!
    const entryId = (made: MadeModule) => entries.find((e) => e.moduleId === made.moduleId)!.id
    expect(await because(draftCallOff(ctx(), { projectId }))).toContain('several winners')
    expect(await answer(draftCallOff(ctx(), { projectId, entryId: entryId(whole!) }))).toBe('not-found')
    const six = await Promise.all(
      Array.from({ length: 6 }, () => answer(draftCallOff(ctx(), { projectId, entryId: entryId(a!) }))),
    )
    expect(six.filter((one) => one === 'done')).toHaveLength(1)
    expect(await answer(draftCallOff(ctx(), { projectId }))).toBe('done')
    const orders = () => findCallOffsByProject(db, projectId)
    const [first, second] = await orders()
    expect([first, second].map((o) => [o!.supplierId, o!.moduleId])).toEqual([
      [a!.supplierId, a!.moduleId],
      [b!.supplierId, b!.moduleId],
    ])
    expect(await answer(deleteCallOff(ctx(), { id: first!.id, version: first!.version }))).toBe('done')
    expect((await orders()).map(({ id }) => id)).toEqual([second!.id])
    expect(await answer(draftCallOff(ctx(), { projectId, entryId: entryId(b!) }))).toBe('conflict')
    expect(await answer(draftCallOff(ctx(), { projectId, entryId: entryId(a!) }))).toBe('done')
  })

  it('A6: each order is held against what the others leave of the cap', async () => {
    const projectId = await setAwarded(of, [a!, b!], [a!, b!], need.capabilityIds)
    const { entries } = (await getProject(of.manager, projectId))!
    const drafted = await draftCallOff(ctx(), { projectId, entryId: entries.find((e) => e.moduleName === 'Beta')!.id })
    const id = drafted.ok ? drafted.value.id : ''
    await completedForm(of, id)
    await db.frameworkRoute.create({
      data: { frameworkId: 'TIF001', kind: 'direct-award', capPounds: 20_000, allowsFoundation: true },
    })
    const { version, totalPence } = (await findCallOffsByProject(db, projectId))[0]!
    expect(totalPence).toBeLessThan(2_000_000n)
    expect(await because(requestFunding(ctx(), { id, version, reason }))).toContain('up to £20,000.00')
  })
})
