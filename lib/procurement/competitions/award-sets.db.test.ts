import { beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, declareAll, frozenProject } from '@/prisma/factories/call-off'
import * as made from '@/prisma/factories/competition'
import { criteria, openedCompetition } from '@/prisma/factories/competition'
import { type MadeModule, module } from '@/prisma/factories/module'
import { findCallOffsByProject } from '../call-offs/call-off-store'
import { draftCallOff } from '../call-offs/draft-call-off'
import { getDecisionPack, getProject } from '../projects/get-project'
import { awardCompetition } from './award-competition'
import { editCriteria } from './edit-criteria'
import { getAward } from './get-award'
import { getCompetitionView } from './get-competition-view'
import { getPackText } from './get-pack-text'
import { openCompetition } from './open-competition'
import { setIdOf } from './set-rules'

const database = useDatabase()
let of: Buyers
let [a, b, whole]: MadeModule[] = []
beforeEach(async () => {
  of = await buyers(noon)
  for (const id of ['C1', 'C2', 'C3'])
    await db.capability.createMany({
      data: [{ id, name: `Capability ${id}`, category: 'x', status: 'effective' }],
      skipDuplicates: true,
    })
  a = await module.conformant({ name: 'Alpha', capabilities: ['C1'], unitPrice: '40000' })
  b = await module.conformant({ name: 'Beta', capabilities: ['C2'], unitPrice: '50000' })
  whole = await module.conformant({ name: 'Whole', capabilities: ['C1', 'C2'], unitPrice: '120000' })
})
const needed = ['C1', 'C2']
const reason = 'A reason that is long enough to be kept for good.'
const later = () => contextOf(of.manager, made.afterDeadline(of))
async function award(held: made.Held, ...chosen: number[]) {
  const ids = await Promise.all(chosen.map(async (i) => (await made.entryOf(held, i)).id))
  const { version } = (await getProject(of.manager, held.projectId))!
  const winnerId = ids.length === 0 ? 'none' : ids.join(' ')
  return awardCompetition(later(), { projectId: held.projectId, version, winnerId, reason })
}
const same = [
  [4, 4],
  [3, 3],
  [4, 4],
]

describe('a competition awards a set', () => {
  it('nobody offers in vain: what can stand in no set, or leaves the need open, is refused at the opening', async () => {
    const spare = await module.conformant({ name: 'Spare', capabilities: ['C3'], unitPrice: '1000' })
    const projectId = await frozenProject(of, [a!, b!, whole!, spare], {
      route: 'competition',
      startsOn: '2026-06-01',
      capabilityIds: needed,
    })
    await declareAll(projectId, noon)
    await value(editCriteria(contextOf(of.manager), { projectId, version: 3, ...criteria.priceAlone }))
    const { entries } = (await getProject(of.manager, projectId))!
    const open = (...names: string[]) => {
      const entrants = entries.filter((e) => names.includes(e.moduleName)).map(({ id }) => id)
      const left = entries.filter(({ id }) => !entrants.includes(id))
      const exclusions = Object.fromEntries(left.map(({ id }) => [id, { code: 'other' as const, text: reason }]))
      const input = { projectId, version: 4, deadline: '2026-03-23', entrants, exclusions }
      return openCompetition(contextOf(of.manager), input)
    }
    expect(await because(open('Alpha', 'Spare'))).toBe('None of them covers C2 of the need')
    expect(await because(open('Alpha', 'Beta', 'Spare'))).toContain('Spare could not win')
    expect(await answer(open('Alpha', 'Beta', 'Whole'))).toBe('done')
  })

  it('COM-7, COM-11: the pair beats the whole by its own prices, offers and scores; the pack says every set and price', async () => {
    const held = await openedCompetition(of, [a!, b!, whole!], criteria.mixed, needed)
    await made.offered(held, 0, '0.3')
    await made.scoredCompetition(held, same, [1])
    const { result } = (await getCompetitionView(later(), held.id))!.buyer!
    expect(result!.sets!.map(({ name, band, isWinner }) => [name, band, isWinner])).toEqual([
      ['Alpha with Beta', 5, true],
      ['Whole', 3, false],
    ])
    expect(await because(award(held, 2))).toBe('Whole does not have the greatest total')
    expect(await because(award(held, 0))).toBe('Choose one that competes')
    const answers = await Promise.all([answer(award(held, 0, 1)), answer(award(held, 1, 0))])
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    const { decision, entries } = (await getProject(of.manager, held.projectId))!
    const idOf = (name: string) => entries.find((e) => e.moduleName === name)!.id
    const [alpha, beta] = [idOf('Alpha'), idOf('Beta')]
    expect(decision).toMatchObject({ winnerId: null, winnerIds: [alpha, beta].sort(), agreedTermPence: null })
    expect(Object.keys(decision!.agreements)).toEqual([alpha])
    expect(decision!.exclusions).toEqual({ [idOf('Whole')]: 'In the best set with it a total of 3.40 against 4.40' })
    const pack = (await getDecisionPack(of.manager, held.projectId))!
    expect(sha256Hex(pack)).toBe(decision!.packSha256)
    expect(JSON.parse(pack)).toMatchObject({
      schema: 'decision-pack/4',
      competition: { parts: 2, winners: [setIdOf([alpha, beta])], sensitivity: [] },
      decision: { agreements: { [alpha]: { termPence: decision!.agreements[alpha]!.termPence.toString() } } },
    })
    expect(JSON.parse(pack).checks).toHaveLength(2)
    expect(JSON.stringify((await getPackText(of.manager, held.projectId))!.text)).toContain('competition between sets')
    const award_ = (await getAward(contextOf(), held.id))!
    expect(award_.winners.map(({ moduleName }) => moduleName).sort()).toEqual(['Alpha', 'Beta'])
    expect(award_.termPence).toBe(award_.winners.reduce((sum, { termPence }) => sum + termPence, 0n))
    await expect(database.asOwner(`update "DecisionWinner" set "agreedTermPence" = 1`)).rejects.toThrow(/append-only/)
    const seen = async (i: number) =>
      (await getCompetitionView(contextOf(held.signatories[i]!, made.afterDeadline(of)), held.id))!.supplier[0]!
        .outcome!
    expect((await seen(0)).words).toBe('Your module won, together with others')
    expect(await seen(2)).toMatchObject({
      words: 'Other modules won',
      own: { total: 34_000 },
      winner: { total: 44_000 },
    })
  })

  it('an order a module, each at what its supplier offered', async () => {
    const held = await openedCompetition(of, [a!, b!, whole!], criteria.priceAlone, needed)
    await made.offered(held, 0, '0.3')
    await made.scoredCompetition(held)
    await value(award(held, 0, 1))
    const { entries, decision } = (await getProject(of.manager, held.projectId))!
    for (const entryId of decision!.winnerIds)
      await value(draftCallOff(later(), { projectId: held.projectId, entryId }))
    const orders = await findCallOffsByProject(db, held.projectId)
    const totals = Object.fromEntries(orders.map(({ moduleName, totalPence }) => [moduleName, totalPence]))
    const [alpha, beta] = ['Alpha', 'Beta'].map((name) => entries.find((e) => e.moduleName === name)!)
    expect(totals).toEqual({ Alpha: decision!.agreements[alpha!.id]!.termPence, Beta: beta!.termPence })
    expect(totals.Alpha).toBeLessThan(alpha!.termPence!)
  })

  it('COM-8, A6: of sets that are equal one is named; the cap counts the set, and an offer that ran out is named', async () => {
    const twin = await module.conformant({ name: 'Twin', capabilities: ['C2'], unitPrice: '50000' })
    const held = await openedCompetition(of, [a!, b!, twin], criteria.priceAlone, needed)
    await made.scoredCompetition(held)
    await db.frameworkRoute.create({
      data: {
        frameworkId: 'TIF001',
        kind: 'competition',
        capPounds: 20_000,
        allowsFoundation: false,
        leastPriceWeight: 30,
        greatestPriceWeight: 90,
      },
    })
    expect(await because(award(held, 0, 1))).toContain('The 2 modules together cost')
    await db.frameworkRoute.deleteMany({})
    expect(await answer(award(held, 0, 2))).toBe('done')
    const { decision } = (await getProject(of.manager, held.projectId))!
    expect(Object.values(decision!.exclusions)).toEqual([
      'The same total of 5.00 in another set: the buyer chose between equals',
    ])
  })

  it('none may win: nothing is awarded, and each hears why', async () => {
    const held = await openedCompetition(of, [a!, b!, whole!], criteria.mixed, needed)
    await made.scoredCompetition(held, same, [0, 1, 2])
    expect(await because(award(held, 0, 1))).toContain('does not have the greatest total')
    expect(await answer(award(held))).toBe('done')
    const { decision } = (await getProject(of.manager, held.projectId))!
    expect(Object.values(decision!.exclusions).every((words) => words.startsWith('A must is not met in any set'))).toBe(
      true,
    )
  })
})
