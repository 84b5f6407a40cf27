import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { cancelProject } from '@/lib/procurement/projects/cancel-project'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { buyers } from '@/prisma/factories/call-off'
import { closedOffers, competitors, evaluator, type Held, openedCompetition } from '@/prisma/factories/competition'
import { person } from '@/prisma/factories/person'
import { tellCompetitionDecided } from './tell-competition-decided'
import { tellCompetitionOpened } from './tell-competition-opened'
import { tellEvaluatorInvited, tellEvaluators } from './tell-evaluators'

useDatabase()
let held: Held
beforeEach(async () => {
  held = await openedCompetition(await buyers(noon), await competitors(100_000, 110_000))
})
const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 1_000)).events.find((event) => event.name === name)!
}
const letters = () =>
  db.mailMessage.findMany({ select: { recipient: true, subject: true, body: true }, orderBy: { subject: 'asc' } })
const ctx = contextOf(system)

describe('COM-4: suppliers are told', () => {
  it('that their module competes and until when, each of its own alone, and once', async () => {
    const event = await eventNamed('CompetitionOpened')
    await Promise.all([tellCompetitionOpened(ctx, event), tellCompetitionOpened(ctx, event)])
    const written = await letters()
    expect(written.map(({ subject }) => subject)).toEqual([
      'Rival A is in a competition',
      'Rival B is in a competition',
    ])
    expect(written[0]!.body).toMatch(/until the end of 23 March 2026[\s\S]*\/competitions\/[0-9a-f-]{36}$/)
    expect(written[0]!.body).not.toContain('Rival B')
  })

  it('how it ended, also where it was cancelled', async () => {
    const { of, projectId } = held
    const reason = 'The money is gone, so nothing can be bought this year.'
    await value(cancelProject(contextOf(of.manager), { id: projectId, version: 5, reason }))
    await tellCompetitionDecided(ctx, await eventNamed('DecisionRecorded'))
    expect((await letters()).map(({ body }) => body.split('\n')[0])).toEqual([
      'Rival A: ended without an award. You can read your scores and the outcome.',
      'Rival B: ended without an award. You can read your scores and the outcome.',
    ])
  })
})

it('COM-5: an evaluator is told when they are asked and when offers are closed; one with a conflict only the first', async () => {
  const partner = await evaluator(held, await person.partner(held.of.practice.id, { email: 'one@test.example' }))
  await tellEvaluatorInvited(ctx, await eventNamed('EvaluatorInvited'))
  await evaluator(held, await person.partner(held.of.practice.id, { email: 'torn@test.example' }), 'yes')
  await closedOffers(held)
  await tellEvaluators(ctx, await eventNamed('OffersClosed'))
  expect((await letters()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
    ['one@test.example', 'You are asked to score: A need'],
    ['one@test.example', 'You can score now: A need'],
  ])
  expect(partner.organisationId).toBe(held.of.practice.id)
})
