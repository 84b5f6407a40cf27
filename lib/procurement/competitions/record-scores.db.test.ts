import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import * as made from '@/prisma/factories/competition'
import { competitors, openedCompetition } from '@/prisma/factories/competition'
import { person } from '@/prisma/factories/person'
import { getProject } from '../projects/get-project'
import { closeScoring } from './close-scoring'
import { getCompetitionView } from './get-competition-view'
import { recordScores } from './record-scores'

const database = useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const later = () => contextOf(of.manager, made.afterDeadline(of))
const versionOf = async (id: string) => (await getProject(of.manager, id))!.version

describe('scoring', () => {
  const scoreInput = async (held: made.Held, sheet: 'own' | 'agreed', seen = 0) => ({
    competitionId: held.id,
    entryId: (await made.entryOf(held, 0)).id,
    sheet,
    seen,
    scores: { features: { value: 3, reason: 'It does most of it' } },
  })
  it('COM-5, A7: interests come before the first score, a conflict ends it, and each sees only their own until all are in', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    await made.closedOffers(held)
    const [one, two, torn] = [
      await made.evaluator(held, await person.partner(of.practice.id)),
      await made.evaluator(held, await person.safetyOfficer(of.commissioner.id)),
      await made.evaluator(held, await person.partner(of.practice.id), 'yes'),
    ]
    const at = made.afterDeadline(of)
    const score = async (actor = one, sheet: 'own' | 'agreed' = 'own', seen = 0) =>
      recordScores(contextOf(actor, at), await scoreInput(held, sheet, seen))
    expect(await because(score(torn))).toContain('conflict of interests')
    expect(await answer(score(of.manager))).toBe('forbidden')
    expect(await because(score(one, 'agreed'))).toContain('First every evaluator scores alone')
    expect((await Promise.all([answer(score(one)), answer(score(two))])).sort()).toEqual(['done', 'done'])
    expect(await answer(score(one))).toBe('stale')
    const view = async (actor = one) => (await getCompetitionView(contextOf(actor, at), held.id))!.evaluator!
    const [mine] = (await view()).entries
    expect(mine!.others).toEqual([])
    await made.scored(held, one, 'own', [
      [3, 3],
      [4, 4],
    ])
    await made.scored(held, two, 'own', [
      [5, 5],
      [2, 2],
    ])
    expect((await view()).entries[0]!.others).toHaveLength(2)
    expect((await view(torn)).entries).toEqual([])
    const agreed = await Promise.all([answer(score(one, 'agreed')), answer(score(two, 'agreed'))])
    expect(agreed.sort()).toEqual(['done', 'stale'])
  })

  it('A3, A7: the database keeps no score of somebody who has not declared, and changes none', async () => {
    const held = await made.scoredCompetition(await openedCompetition(of, await competitors(100_000, 110_000)), [
      [3, 3],
      [4, 4],
    ])
    for (const table of ['CompetitionScore', 'EvaluatorInterest', 'CompetitionEntrant'])
      await expect(database.asOwner(`delete from "${table}"`), table).rejects.toThrow(/append-only/)
    await expect(database.asOwner('update "CompetitionScore" set value = 5')).rejects.toThrow(/append-only/)
    const [entry, undeclared] = [await made.entryOf(held, 0), '11111111-1111-4111-8111-111111111111']
    const row = {
      id: undeclared,
      competitionId: held.id,
      personId: of.manager.userId,
      invitedById: of.manager.userId,
      invitedAt: noon,
    }
    await db.competitionEvaluator.create({ data: row })
    const score = {
      competitionId: held.id,
      entryId: entry.id,
      criterionId: 'features',
      number: 9,
      value: 5,
      reason: 'x',
    }
    await expect(
      db.competitionScore.create({
        data: { ...score, id: undeclared, sheet: undeclared, evaluatorId: undeclared, givenAt: noon },
      }),
    ).rejects.toThrow(/foreign key/i)
  })

  it('D3: the scoring is not closed while anything is missing, and says what', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    const close = async () =>
      closeScoring(later(), { projectId: held.projectId, version: await versionOf(held.projectId) })
    expect(await because(close())).toContain('still have time for their offers')
    await made.closedOffers(held)
    expect(await because(close())).toContain('Nobody scores yet')
    const one = await made.evaluator(held, await person.partner(of.practice.id, { name: 'Ada' }))
    expect(await because(close())).toMatch(/^The score of Ada of Rival [AB] for “.*” is missing, and 11 more$/)
    await made.scored(held, one, 'own', [
      [3, 3],
      [4, 4],
    ])
    expect(await because(close())).toMatch(
      /^The agreed score of Rival [AB] for “It sends letters” is missing, and 5 more$/,
    )
    await made.scored(held, one, 'agreed', [
      [3, 3],
      [4, 4],
    ])
    expect(await answer(close())).toBe('done')
    const late = await scoreInput(held, 'own', 3)
    expect(await answer(recordScores(contextOf(one, made.afterDeadline(of)), late))).toBe('wrong-state')
  })
})
