import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import * as made from '@/prisma/factories/competition'
import { competitors, criteria, openedCompetition } from '@/prisma/factories/competition'
import { draftCallOff } from '../call-offs/draft-call-off'
import { cancelProject } from '../projects/cancel-project'
import { getDecisionPack, getProject } from '../projects/get-project'
import { awardCompetition } from './award-competition'
import { closeDueOffers } from './close-due-offers'
import { getAward } from './get-award'
import { getCompetitionView } from './get-competition-view'
import { makeOffer } from './make-offer'

useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const reason = 'A reason that is long enough to be kept for good.'
const later = () => contextOf(of.manager, made.afterDeadline(of))
const versionOf = async (id: string) => (await getProject(of.manager, id))!.version
const award = async (held: made.Held, i: number | 'none') => {
  const winnerId = i === 'none' ? i : (await made.entryOf(held, i)).id
  const version = await versionOf(held.projectId)
  return awardCompetition(later(), { projectId: held.projectId, version, winnerId, reason })
}

describe('deciding', () => {
  it('COM-8: of equals the buyer names one; a tie of three suppliers ends with one award, its pack and its price', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 100_000, 100_000), criteria.priceAlone)
    await made.offered(held, 0, '0.9')
    await made.offered(held, 1, '0.90')
    await made.scoredCompetition(held)
    expect(await because(award(held, 2))).toBe('Rival C does not have the greatest total')
    const answers = await Promise.all([award(held, 0), award(held, 1)])
    expect(answers.filter((r) => r.ok)).toHaveLength(1)
    const won = answers[0]!.ok ? 0 : 1
    const pack = (await getDecisionPack(of.manager, held.projectId))!
    const { decision, ...project } = (await getProject(of.manager, held.projectId))!
    expect(sha256Hex(pack)).toBe(decision!.packSha256)
    expect(JSON.parse(pack)).toMatchObject({
      competition: { priceWeight: 100, offers: expect.arrayContaining([expect.objectContaining({ kind: 'offer' })]) },
      decision: { winnerId: (await made.entryOf(held, won)).id, agreedTermPence: '2665170' },
    })
    expect(Object.values(decision!.exclusions).sort()).toEqual([
      'A total of 4.00 against 5.00',
      'The same total of 5.00: the buyer chose between equals',
    ])
    expect(project.state).toBe('decided')
    const { id } = await value(draftCallOff(later(), { projectId: held.projectId }))
    expect((await db.callOff.findUniqueOrThrow({ where: { id } })).totalPence).toBe(2_665_170n)
  })

  it('COM-7, D1: weights 60 to 40 decide on the totals; a must that is not met takes the winner away (COM-6)', async () => {
    const scores = [
      [3, 3],
      [5, 5],
      [1, 1],
    ]
    const held = await openedCompetition(of, await competitors(100_000, 120_000, 90_000))
    await made.scoredCompetition(held, scores, [2])
    const { result } = (await getCompetitionView(later(), held.id))!.buyer!
    const totals = result!.entries.map((e) => [e.entry.moduleName, e.total, e.eligible])
    expect(totals).toEqual([
      ['Rival B', 44_000, true],
      ['Rival A', 42_000, true],
      ['Rival C', 34_000, false],
    ])
    expect(result!.stacks.map((s) => s.segments.reduce((sum, { points }) => sum + points, 0))).toEqual([
      44_000, 42_000, 34_000,
    ])
    expect(await because(award(held, 2))).toContain('does not have the greatest total')
    expect(await answer(award(held, 1))).toBe('done')
    expect(await getAward(contextOf(), held.id)).toMatchObject({
      winners: [{ moduleName: 'Rival B' }],
      entries: 3,
      termPence: 3_553_560n,
    })
    const loser = (await getCompetitionView(contextOf(held.signatories[0], made.afterDeadline(of)), held.id))!
      .supplier[0]!
    expect(loser.outcome).toMatchObject({
      own: { total: 42_000 },
      winner: { total: 44_000 },
      words: 'Another module won',
    })
    expect(JSON.stringify(loser.outcome)).not.toContain('Rival C')
  })

  it('ABS-3: what quality is worth is kept with the criteria and stands beside the result, which the total alone decides', async () => {
    const pence = ['0', '10000', '20000', '30000', '9000000']
    const quality = { floor: 4, values: criteria.mixed.elements.map(({ kind }) => ({ kind, pence })) }
    const held = await openedCompetition(of, await competitors(100_000, 200_000), { ...criteria.mixed, quality })
    await made.scoredCompetition(held, [
      [3, 3],
      [5, 5],
    ])
    const { result } = (await getCompetitionView(later(), held.id))!.buyer!
    expect(result!.entries.map((e) => [e.entry.moduleName, e.isWinner])).toEqual([
      ['Rival A', true],
      ['Rival B', false],
    ])
    expect(result!.views.lines.map(({ name, places }) => [name, ...Object.values(places)])).toEqual([
      ['Rival B', '1st', '2nd', '1st'],
      ['Rival A', 'Below the least quality', '1st', '2nd'],
    ])
    expect(await answer(award(held, 1))).toBe('invalid')
    expect(await answer(award(held, 0))).toBe('done')
    const pack = (await getDecisionPack(of.manager, held.projectId))!
    expect(JSON.parse(pack).competition.quality).toEqual(quality)
  })

  it('COM-9: a result that hangs on a loser says so before the decision, and the pack keeps it', async () => {
    // Beside C, the cheapest, A and B stand in one band; without it A is the cheapest and gains a band.
    const held = await openedCompetition(of, await competitors(110_000, 124_000, 100_000))
    await made.scoredCompetition(held, [
      [3, 3],
      [3, 4],
      [1, 1],
    ])
    const { result } = (await getCompetitionView(later(), held.id))!.buyer!
    expect(result!.entries.map(({ entry, total }) => [entry.moduleName, total])).toEqual([
      ['Rival B', 38_000],
      ['Rival A', 36_000],
      ['Rival C', 34_000],
    ])
    expect(result!.deciders).toEqual(['Rival C'])
    expect(await answer(award(held, 1))).toBe('done')
    const pack = JSON.parse((await getDecisionPack(of.manager, held.projectId))!)
    expect(pack.competition.sensitivity).toEqual([(await made.entryOf(held, 2)).id])
  })

  it('A6, COM-10: the cap is asked at the price that was offered, and an offer that ran out is not taken', async () => {
    const held = await openedCompetition(of, await competitors(900_000, 950_000), criteria.priceAlone)
    await made.scoredCompetition(held)
    expect(await because(award(held, 0))).toContain('up to £250,000.00')
    of = await buyers(noon)
    const cheap = await openedCompetition(of, await competitors(900_000, 950_000), criteria.priceAlone)
    await made.offered(cheap, 0, '1')
    await made.scoredCompetition(cheap)
    const entry = await made.entryOf(cheap, 0)
    const input = { projectId: cheap.projectId, version: await versionOf(cheap.projectId), winnerId: entry.id, reason }
    const year = new Date(noon.getTime() + 200 * 86_400_000)
    expect(await because(awardCompetition(contextOf(of.manager, year), input))).toContain('held until')
    expect(await answer(awardCompetition(later(), input))).toBe('done')
  })

  it('COM-8: nobody is eligible, so nothing is awarded; the public learns of no award', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    await made.scoredCompetition(
      held,
      [
        [3, 3],
        [4, 4],
      ],
      [0, 1],
    )
    expect(await because(award(held, 0))).toContain('does not have the greatest total')
    expect(await answer(award(held, 'none'))).toBe('done')
    expect(await getAward(contextOf(), held.id)).toBeUndefined()
  })

  it('D6: a cancelled competition stays to be read by its people, and its offers stay sealed', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    await made.offered(held, 0, '0.54321')
    await value(cancelProject(contextOf(of.manager), { id: held.projectId, version: 5, reason }))
    const view = await getCompetitionView(contextOf(of.manager), held.id)
    expect(view).toMatchObject({ head: { stage: 'decided' }, buyer: { result: undefined } })
    expect(await getDecisionPack(of.manager, held.projectId)).not.toContain('54321')
    expect(await answer(makeOffer(contextOf(held.signatories[1]), await made.offerInputOf(held, 1, '0.9')))).toBe(
      'wrong-state',
    )
    expect(await closeDueOffers(contextOf(system, made.afterDeadline(of)))).toBe(0)
    expect(dayOf(noon)).toBe('2026-03-02')
  })
})
