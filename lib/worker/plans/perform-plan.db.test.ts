import { beforeEach, describe, expect, it } from 'vitest'
import { checkHealth } from '@/lib/audit/check-health'
import { cancelPlan } from '@/lib/comparison/plans/cancel-plan'
import { getPlanEvidence } from '@/lib/comparison/plans/get-plan'
import type { PlanRun } from '@/lib/comparison/plans/plan-run'
import { findPlanRun } from '@/lib/comparison/plans/plan-run-store'
import { nextPlan, startPlan } from '@/lib/comparison/plans/start-plan'
import { type Actor, system } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { needsProfile } from '@/prisma/factories/needs-profile'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { performPlan } from './perform-plan'
import { type PlanThread, startPlanThread } from './start-plan-thread'
import { plansInHand, workOnPlans } from './work-on-plans'

useDatabase()
let manager: Actor
let run: PlanRun
const worker = () => contextOf(system, now())
const seen = async () => (await findPlanRun(db, run.id))!
const eventsOf = async () =>
  (await db.event.findMany({ where: { aboutId: run.id }, orderBy: { id: 'asc' } })).map((event) => event.name)

beforeEach(async () => {
  manager = await person.practiceManager((await organisation.practice()).id)
  await module.conformant({ name: 'Home', capabilities: ['C13'], unitPrice: '100000' })
  await module.conformant({ name: 'Dear book', capabilities: ['C5'], unitPrice: '50000' })
  await module.conformant({ name: 'Cheap book', capabilities: ['C5'], unitPrice: '30000' })
  run = await needsProfile.asked(manager)
})

describe('a plan is computed in a thread of the worker', () => {
  it('is found with proof, and its evidence is kept with the hash of its bytes', async () => {
    expect(await workOnPlans(worker())).toBe(1)
    await plansInHand()
    const { state, outcome, evidenceSha256 } = await seen()
    expect([state, (await seen()).failure]).toEqual(['optimal', null])
    expect(outcome?.plan?.modules).toHaveLength(2)
    // 9,871 patients at £1.00 and at £0.30 a year, three years, each line rounded once (PRC-9).
    expect(outcome?.plan?.costPence).toBe(String(9871n * 300n + 9871n * 90n))
    expect(sha256Hex((await getPlanEvidence(manager, run.id))!)).toBe(evidenceSha256)
    expect(await eventsOf()).toEqual(['PlanRunRequested', 'PlanRunStarted', 'PlanRunFinished'])
    await expect(db.planRun.update({ where: { id: run.id }, data: { outcome: {} } })).rejects.toThrow(/never changed/)
  }, 90_000)

  it('cancel-within-2-s: whatever the solver does, its thread is gone', async () => {
    let thread: PlanThread | undefined
    const work = performPlan(worker(), run, () => (thread = deaf()))
    await expect.poll(async () => (await seen()).state).toBe('running')
    const { version } = await seen()
    expect((await cancelPlan(contextOf(manager, now()), { id: run.id, version })).ok).toBe(true)
    const since = performance.now()
    await work
    expect(performance.now() - since).toBeLessThan(2_000)
    await expect(thread!.ended).resolves.toEqual({ kind: 'cancelled' })
    expect((await seen()).state).toBe('cancelled')
  }, 20_000)

  it('health-answers-while-solving: whatever a thread does, its process and the database answer beside it', async () => {
    const thread = deaf()
    for (let i = 0; i < 20; i++) expect((await checkHealth(now())).database).not.toBe('gone')
    thread.cancel()
    await expect(thread.ended).resolves.toEqual({ kind: 'cancelled' })
  })

  it('crash-leaves-failed-run: a thread that breaks off is begun once more, and then the run is failed', async () => {
    let begun = 0
    await performPlan(worker(), run, () => {
      begun++
      return broken()
    })
    expect(begun).toBe(2)
    expect([(await seen()).state, (await seen()).attempt]).toEqual(['failed', 2])
    expect((await seen()).failure).toContain('broke off twice')
    expect(await eventsOf()).toEqual(['PlanRunRequested', 'PlanRunStarted', 'PlanRunStarted', 'PlanRunFailed'])
  })

  it('over its memory a run is failed at once, with what to do about it', async () => {
    await performPlan(worker(), run, () => broken('ERR_WORKER_OUT_OF_MEMORY'))
    expect([(await seen()).state, (await seen()).attempt]).toEqual(['failed', 1])
    expect((await seen()).failure).toContain('memory')
  })

  it('a worker that was killed in the middle: its run is taken up again once, then failed', async () => {
    const later = (seconds: number) => contextOf(system, new Date(now().getTime() + seconds * 1_000))
    const began = await startPlan(worker(), run)
    expect(began.ok && began.value.attempt).toBe(1)
    expect(await nextPlan(later(10), [])).toBeUndefined()
    const again = await nextPlan(later(20), [])
    expect(again?.id).toBe(run.id)
    const second = await startPlan(later(20), again!)
    expect(second.ok && second.value.attempt).toBe(2)
    const last = await startPlan(later(40), (await nextPlan(later(40), []))!)
    expect(last.ok && last.value.state).toBe('failed')
    expect(await nextPlan(later(60), [])).toBeUndefined()
  })

  it('two workers at once: one begins it', async () => {
    const answers = await Promise.all([startPlan(worker(), run), startPlan(worker(), run)])
    expect(answers.map((a) => (a.ok ? 'done' : a.refusal.kind)).sort()).toEqual(['done', 'stale'])
  })
})

/** A thread that hears nothing, like a solver in the midst of a long step. */
function deaf(): PlanThread {
  const task = { choice: run.choice, question: run.question, limitSeconds: 60, lastChanged: [] }
  return startPlanThread(task, () => undefined, new URL('data:text/javascript,for(;;){}'))
}
function broken(code?: string): PlanThread {
  return { ended: Promise.reject(Object.assign(new Error('broke off'), { code })), cancel: () => undefined }
}
