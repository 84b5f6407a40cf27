import { expect, it } from 'vitest'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { buyers, completedForm } from '@/prisma/factories/call-off'
import {
  afterDeadline,
  competitors,
  criteria,
  entryOf,
  offered,
  openedCompetition,
  scoredCompetition,
} from '@/prisma/factories/competition'
import { value } from '@/prisma/factories/contract'
import { awardCompetition } from '../competitions/award-competition'
import { getProject } from '../projects/get-project'
import { draftCallOff } from './draft-call-off'
import { getCallOff } from './get-call-off'
import { requestFunding } from './request-funding'

useDatabase()
const reason = 'A reason that is long enough to be kept for good.'

/** The order of a competition that one module won at this price a patient and year, complete. */
async function anOrderWonAt(pounds: string) {
  const of = await buyers(noon)
  const held = await openedCompetition(of, await competitors(900_000, 900_000), criteria.priceAlone)
  await offered(held, 0, pounds)
  await scoredCompetition(held)
  const later = { ...of, at: afterDeadline(of) }
  const ctx = contextOf(of.manager, later.at)
  const { version } = (await getProject(of.manager, held.projectId))!
  const winnerId = (await entryOf(held, 0)).id
  await value(awardCompetition(ctx, { projectId: held.projectId, version, winnerId, reason }))
  const { id } = await value(draftCallOff(ctx, { projectId: held.projectId }))
  await completedForm(later, id)
  return { of, id, ctx }
}

it('A6, W5: an order that was competed for is held against the cap of competitions, not of direct awards', async () => {
  const { id, ctx, of } = await anOrderWonAt('2.00')
  const order = (await getCallOff(of.manager, id))!
  expect(order.totalPence).toBeGreaterThan(4_000_000n)
  expect(await requestFunding(ctx, { id, version: order.version, reason })).toMatchObject({
    ok: true,
    value: { state: 'awaiting-funding' },
  })
})

it('A6: an award above the cap of competitions is refused', async () => {
  await expect(anOrderWonAt('8.99')).rejects.toThrow('£250,000.00')
})
