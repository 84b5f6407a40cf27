import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { needsProfile } from '@/prisma/factories/needs-profile'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getShortlist } from '../get-shortlist'
import type { NeedsProfile } from '../needs-profiles/needs-profile'
import { saveNeedsSection } from '../needs-profiles/save-needs-section'
import { answer as solve } from '../optimiser/answer'
import { cancelPlan } from './cancel-plan'
import { createShortlistFromPlan } from './create-shortlist-from-plan'
import { finishPlan } from './finish-plan'
import { getPlan, getPlanEvidence, getPlanPage, listPlans } from './get-plan'
import { mostOpenRuns } from './plan-run'
import { askOfPlan, requestPlan, requestWhatIf } from './request-plan'
import { startPlan } from './start-plan'

useDatabase()
let [manager, colleague, stranger]: Actor[] = []
let profile: NeedsProfile
let home: string, cheap: string, dear: string
const ask = (actor: Actor, version = profile.version) =>
  requestPlan(contextOf(actor), { profileId: profile.id, version })

async function idOf(result: ReturnType<typeof ask>): Promise<string> {
  const asked = await value(result)
  return asked.id
}
/** Computes the run here, as the worker does in a thread. */
async function computed(id: string): Promise<string> {
  const begun = await value(startPlan(contextOf(system), (await getPlan(manager!, id))!))
  const { choice, question, limitSeconds } = begun
  await finishPlan(contextOf(system), begun, await solve(choice, question, { limitSeconds }))
  return id
}

beforeEach(async () => {
  const own = await organisation.practice()
  manager = await person.practiceManager(own.id)
  colleague = await person.with('data-protection-officer', own.id)
  stranger = await person.practiceManager((await organisation.practice()).id)
  home = (await module.conformant({ name: 'Home', capabilities: ['C13'], unitPrice: '100000' })).moduleId
  dear = (await module.conformant({ name: 'Dear book', capabilities: ['C5'], unitPrice: '50000' })).moduleId
  cheap = (await module.conformant({ name: 'Cheap book', capabilities: ['C5'], unitPrice: '30000' })).moduleId
  profile = await needsProfile.ready(manager)
})

describe('asking for a plan', () => {
  it('not found, forbidden, stale, then queued once with the market as it is', async () => {
    expect(await answer(ask(stranger!))).toBe('not-found')
    expect(await answer(ask(visitor))).toBe('not-found')
    expect(await answer(ask(colleague!))).toBe('forbidden')
    expect(await answer(ask(manager!, 99))).toBe('stale')
    const id = await idOf(ask(manager!))
    const run = (await getPlan(manager!, id))!
    expect(run.choice.candidates.map(({ name }) => name).sort()).toEqual(['Cheap book', 'Dear book', 'Home'])
    expect(run.choice.practices).toMatchObject([{ patients: 9871 }])
    expect(run.choice.needs.map(({ id, words }) => [id, words])).toEqual([
      ['C13', 'Capability C13'],
      ['C5', 'Capability C5'],
    ])
    await expect(db.planRun.update({ where: { id }, data: { choice: '{}' } })).rejects.toThrow(/never changed/)
    await expect(db.planRun.delete({ where: { id } })).rejects.toThrow(/never changed/)
  })

  it('RUN-4: the same again is the stored run, also when three ask at once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => idOf(ask(manager!))))
    expect(new Set(ids).size).toBe(1)
    await computed(ids[0]!)
    expect(await idOf(ask(manager!))).toBe(ids[0])
    expect(await db.event.count({ where: { name: 'PlanRunRequested' } })).toBe(1)
  })

  it('RUN-4: no more than five at a time, also when ten ask at once', async () => {
    const runId = await computed(await idOf(ask(manager!)))
    const months = Array.from({ length: 10 }, (_, i) => i + 1)
    const answers = await Promise.all(
      months.map((m) => answer(requestWhatIf(contextOf(manager), { runId, change: { kind: 'term', months: m } }))),
    )
    expect(answers.filter((word) => word === 'done')).toHaveLength(mostOpenRuns)
    expect(answers.filter((word) => word === 'conflict')).toHaveLength(5)
  })

  it('a what-if and a question are children of the frozen choice', async () => {
    const runId = await computed(await idOf(ask(manager!)))
    const change = { kind: 'drop-need', needId: 'C5' } as const
    expect(await answer(requestWhatIf(contextOf(stranger), { runId, change }))).toBe('not-found')
    expect(await answer(requestWhatIf(contextOf(colleague), { runId, change }))).toBe('forbidden')
    const child = await computed(await idOf(requestWhatIf(contextOf(manager), { runId, change })))
    expect((await getPlan(manager!, child))?.outcome?.plan?.modules).toEqual([home])
    const question = { kind: 'why-not', moduleId: stranger!.organisationId! } as const
    expect(await answer(askOfPlan(contextOf(manager), { runId, question }))).toBe('invalid')
    const asked = await idOf(askOfPlan(contextOf(manager), { runId, question: { ...question, moduleId: dear } }))
    expect((await getPlan(manager!, asked))?.parentId).toBe(runId)
    expect((await getPlanPage(contextOf(manager), runId))?.children.map((one) => one.id).sort()).toEqual(
      [child, asked].sort(),
    )
    expect(await listPlans(stranger!, profile.id)).toEqual([])
  })

  it('is cancelled by a buyer, once', async () => {
    const id = await idOf(ask(manager!))
    const cancel = (actor: Actor, version: number) => answer(cancelPlan(contextOf(actor), { id, version }))
    expect(await cancel(stranger!, 1)).toBe('not-found')
    expect(await cancel(colleague!, 1)).toBe('forbidden')
    expect(await cancel(manager!, 9)).toBe('stale')
    expect((await Promise.all([cancel(manager!, 1), cancel(manager!, 1)])).sort()).toEqual([
      'done',
      expect.stringMatching(/stale|wrong-state/),
    ])
    expect(await idOf(ask(manager!))).not.toBe(id)
  })
})

describe('what was found', () => {
  it('EX-7: evidence holds the facts and the result, is read by who may see the plan, and gives its hash', async () => {
    const id = await computed(await idOf(ask(manager!)))
    const run = (await getPlan(manager!, id))!
    const evidence = (await getPlanEvidence(manager!, id))!
    expect(sha256Hex(evidence)).toBe(run.evidenceSha256)
    const { choice, profile: frozen, result, model, solver, facts } = JSON.parse(evidence)
    expect([choice, frozen, result]).toEqual([run.choice, run.profile, run.outcome])
    expect(model.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(solver.wasmSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(facts.length).toBeGreaterThan(12)
    expect(await getPlanEvidence(stranger!, id)).toBeUndefined()
    expect(await getPlanEvidence(visitor, id)).toBeUndefined()
    // Whoever computes it again from the evidence finds the same, byte for byte.
    const again = await solve(choice, run.question, { limitSeconds: run.limitSeconds })
    expect(canonicalJson(again)).toBe(canonicalJson(run.outcome))
  })

  it('an impossible need: the conflict names the two', async () => {
    const keepNone = { 't0-module': home, 't0-keep': 'must-not' }
    const saved = await saveNeedsSection(contextOf(manager), {
      id: profile.id,
      version: profile.version,
      section: 'today',
      raw: keepNone,
    })
    profile = saved.ok ? saved.value : profile
    const id = await computed(await idOf(ask(manager!)))
    const { state, outcome } = (await getPlan(manager!, id))!
    expect(state).toBe('infeasible')
    expect(outcome?.conflict?.reasons.length).toBeGreaterThan(0)
  })

  it('PLAN-4: a changed standing marks the plan as out of date', async () => {
    const id = await computed(await idOf(ask(manager!)))
    const changes = async () => (await getPlanPage(contextOf(manager), id))!.changes
    expect(await changes()).toEqual([])
    const { id: moduleVersionId } = await db.moduleVersion.findFirstOrThrow({ where: { moduleId: cheap } })
    await db.moduleStanding.updateMany({ where: { moduleVersionId }, data: { kind: 'suspended', words: 'Suspended' } })
    expect(await changes()).toEqual(['The standing of Cheap book has changed'])
  })
})

describe('PLAN-1: shortlists of a plan', () => {
  it('one for each module to be bought, of all that could stand in its place, the plan’s marked', async () => {
    const runId = await computed(await idOf(ask(manager!)))
    expect(await answer(createShortlistFromPlan(contextOf(stranger), { runId }))).toBe('not-found')
    expect(await answer(createShortlistFromPlan(contextOf(colleague), { runId }))).toBe('forbidden')
    const made = await createShortlistFromPlan(contextOf(manager), { runId })
    const lists = await Promise.all((made.ok ? made.value.ids : []).map((id) => getShortlist(manager!, id)))
    const shown = lists.map((list) => [list!.planModuleId, list!.entries.map(({ moduleId }) => moduleId).sort()])
    expect(new Map(shown as [string, string[]][])).toEqual(
      new Map([
        [home, [home]],
        [cheap, [cheap, dear].sort()],
      ]),
    )
    expect(await because(createShortlistFromPlan(contextOf(manager), { runId }))).toMatch(/already/)
  })

  it('none of a plan that is not there yet', async () => {
    expect(await answer(createShortlistFromPlan(contextOf(manager), { runId: await idOf(ask(manager!)) }))).toBe(
      'wrong-state',
    )
  })
})
