import { beforeEach, expect, it } from 'vitest'
import { answer as solve } from '@/lib/comparison/optimiser/answer'
import { createShortlistFromPlan } from '@/lib/comparison/plans/create-shortlist-from-plan'
import { finishPlan } from '@/lib/comparison/plans/finish-plan'
import type { PlanRun } from '@/lib/comparison/plans/plan-run'
import { startPlan } from '@/lib/comparison/plans/start-plan'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { needsProfile } from '@/prisma/factories/needs-profile'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { cancelProject } from './cancel-project'
import { getDecisionPack, getProject } from './get-project'
import { startProjectFromPlan } from './start-project-from-plan'

useDatabase()
let [manager, stranger]: Actor[] = []
let run: PlanRun
let shortlistId: string

beforeEach(async () => {
  manager = await person.practiceManager((await organisation.practice()).id)
  stranger = await person.practiceManager((await organisation.practice()).id)
  await module.conformant({ name: 'Home', capabilities: ['C13'] })
  const term = { start: '2026-06-01', months: '24', overlapDays: '0' }
  run = await needsProfile.asked(manager, { capabilities: ['C13'], sections: { term } })
  const begun = await startPlan(contextOf(system), run)
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  await finishPlan(contextOf(system), begun.value, await solve(run.choice, run.question, { limitSeconds: 5 }))
  const made = await createShortlistFromPlan(contextOf(manager), { runId: run.id })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  shortlistId = made.value.ids[0]!
})

it('PLAN-2: a project in scoping takes needs, practices, term, go-live and evidence along, into its decision pack too', async () => {
  expect(await answer(startProjectFromPlan(contextOf(stranger), { shortlistId }))).toBe('not-found')
  const started = await startProjectFromPlan(contextOf(manager), { shortlistId })
  const id = started.ok ? started.value.id : ''
  const project = (await getProject(manager!, id))!
  expect(project).toMatchObject({ state: 'scoping', startsOn: '2026-06-01', termMonths: 24, goLiveOn: '2026-06-01' })
  expect(project.plan).toMatchObject({
    runId: run.id,
    evidenceSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    needs: [{ id: 'C13', words: 'Capability C13' }],
    practices: [{ patients: 9871 }],
  })
  const reason = 'We have found another way to do without it'
  expect(await answer(cancelProject(contextOf(manager), { id, version: 1, reason }))).toBe('done')
  expect(JSON.parse((await getDecisionPack(manager!, id))!).project.plan).toEqual(project.plan)
})

it('for the whole plan its need names the capabilities, and every shortlist of the plan is frozen', async () => {
  const started = await startProjectFromPlan(contextOf(manager), { shortlistId, whole: 'yes' })
  const id = started.ok ? started.value.id : ''
  const project = (await getProject(manager!, id))!
  expect(project).toMatchObject({ state: 'scoping', capabilityIds: ['C13'] })
  expect(project.plan).toMatchObject({ runId: run.id, moduleIds: [expect.any(String)] })
})

it('a shortlist of no plan starts no project this way', async () => {
  await db.shortlist.update({ where: { id: shortlistId }, data: { planRunId: null, planModuleId: null } })
  expect(await answer(startProjectFromPlan(contextOf(manager), { shortlistId }))).toBe('not-found')
})
