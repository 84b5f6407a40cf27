import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { type MadeModule, module } from '@/prisma/factories/module'
import { nonConformity } from '@/prisma/factories/non-conformity'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { checkFact } from '@/prisma/factories/run'
import { lodgeAppeal } from '../appeals/lodge-appeal'
import { raiseDispute } from '../disputes/raise-dispute'
import { getGate } from '../get-gate'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { type DecisionKind, decisionKinds } from './decision-kinds'
import type { ProposeDecision } from './decision-schema'
import { lapseProposals } from './lapse-proposals'
import { getDecisionDesk } from './list-proposals'
import { proposeDecision } from './propose-decision'
import { secondDecision } from './second-decision'

const database = useDatabase()
const reason = 'A reason of more than twenty characters'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
type More = Partial<ProposeDecision> & { share?: number; now?: Date }

const propose = (actor: Actor, kind: DecisionKind, moduleVersionId: string, { share = 0, now, ...more }: More = {}) =>
  proposeDecision(contextOf(actor, now), kind, { moduleVersionId, reason, ...more }, share)
const second = (actor: Actor, kind: DecisionKind, proposalId: string, now = noon) =>
  secondDecision(contextOf(actor, now), kind, { proposalId, version: 1 })
async function decide([a, b]: readonly [Actor, Actor], kind: DecisionKind, id: string, more: More = {}) {
  const proposed = await value(propose(a, kind, id, more))
  const made = await value(second(b, kind, proposed.id, more.now))
  return made.decisionId
}
const valuesOf = async (id: string, today = '2026-03-02') =>
  standardRows((await loadFactsOf(db, id))!.facts, today).flatMap((s) => s.rows.map((row) => row.value))

let officers: [Actor, Actor]
let made: MadeModule
beforeEach(async () => {
  const authority = (await organisation.authority()).id
  officers = [await person.officer(authority), await person.officer(authority)]
  made = await module.conformant()
})

async function appealed({ signatory }: MadeAssessment, decisionId: string): Promise<string> {
  const lodged = await value(lodgeAppeal(contextOf(signatory), { decisionId, grounds: reason }))
  return lodged.id
}
async function disputed({ editor, made: { moduleVersionId } }: MadeAssessment): Promise<string> {
  const where = { moduleVersionId, requirementId: 'S1/WHOLE' }
  const { id: findingId } = await db.finding.findFirstOrThrow({ where })
  const raised = await value(raiseDispute(contextOf(editor), { findingId, grounds: reason }))
  return raised.id
}

/** A module in a situation in which this may be decided, and what else must be said. */
async function ready(kind: DecisionKind): Promise<{ it: MadeAssessment; more: More }> {
  const breached = ['REFUSE', 'ACCEPT_PLAN', 'EXTEND', 'UPHOLD_DISPUTE'].includes(kind)
  const it = await assessment.forDecision({ outcome: breached ? 'NOT_MET' : 'MET' })
  const id = it.made.moduleVersionId
  if (kind === 'ACCEPT_PLAN' || kind === 'EXTEND') {
    const planId = await nonConformity.proposedPlan(it)
    if (kind === 'ACCEPT_PLAN') return { it, more: { planId } }
    await decide(officers, 'ACCEPT_PLAN', id, { planId })
    return { it, more: { planId, until: '2026-12-29' } }
  }
  if (kind === 'UPHOLD_DISPUTE') return { it, more: { disputeId: await disputed(it) } }
  if (kind === 'UPHOLD_APPEAL' || kind === 'DISMISS_APPEAL')
    return { it, more: { appealId: await appealed(it, await decide(officers, 'SUSPEND', id)) } }
  if (kind === 'LIFT') await decide(officers, 'SUSPEND', id)
  if (kind === 'WAIVE') return { it, more: { requirement: 'S1/WHOLE', until: '2026-06-01' } }
  if (kind === 'WAIVE_CHECK') {
    await checkFact.of(id, 'S1/WHOLE', 'FAIL')
    return { it, more: { check: 'CAP-01', until: '2026-06-01' } }
  }
  if (kind === 'CORRECT') return { it, more: { correctsId: await decide(officers, 'CENSURE', id) } }
  return { it, more: {} }
}

describe('DE-01: every decision is two officers’ (AS-04, AS-07)', () => {
  it.each(decisionKinds)('%s: the wrong people are refused one by one, and the right two are not', async (kind) => {
    const { it: matter, more } = await ready(kind)
    const id = matter.made.moduleVersionId
    const [first, other] = matter.officers
    const plus = (actor: Actor, role: Actor): Actor => ({ ...actor, grants: [...actor.grants, ...role.grants] })
    const interested = plus(await person.officer(first.organisationId!), matter.editor)
    const assessor = plus(matter.assessor, first)
    const reviewer = plus(matter.reviewer, first)
    const stranger = await person.signatory((await organisation.supplier()).id)
    const wrong: [Actor, string][] = [
      [matter.signatory, 'Only an officer of the authority can decide about a module'],
      [stranger, 'Only an officer of the authority can decide about a module'],
      [interested, 'You hold a role in this supplier: another officer must decide'],
      [assessor, 'You assessed this module: another officer must decide'],
      [reviewer, 'You assessed this module: another officer must decide'],
    ]
    if (kind.endsWith('_APPEAL'))
      for (const maker of officers)
        wrong.push([maker, 'You made the decision under appeal: other officers must decide'])
    for (const [actor, words] of wrong) expect(await because(propose(actor, kind, id, more))).toBe(words)
    expect(await kindOf(propose(first, kind, newId(), more))).toBe('not-found')
    const proposed = await value(propose(first, kind, id, more))
    for (const [actor, words] of wrong) expect(await because(second(actor, kind, proposed.id))).toBe(words)
    expect(await because(second(first, kind, proposed.id))).toBe('You proposed this: another officer must second it')
    const before = await db.officerDecision.count()
    const both = await Promise.all([1, 2, 3].map(() => second(other, kind, proposed.id)))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.officerDecision.count()).toBe(before + 1)
  })
})

describe('AC-02', () => {
  it('LIST is refused while a MUST is unknown, lapsed or breached', async () => {
    const breached = await assessment.forDecision({ outcome: 'NOT_MET' })
    const id = breached.made.moduleVersionId
    expect(await because(propose(breached.officers[0], 'LIST', id))).toMatch(/1 of what must be kept is unknown/)
    expect(await because(propose(officers[0], 'LIST', made.moduleVersionId))).toBe(
      'No assessment of it is for decision',
    )
    const submitted = await assessment.submitted()
    expect(await because(propose(officers[0], 'LIST', submitted.made.moduleVersionId))).toBe(
      'No assessment of it is for decision',
    )
  })

  it('and again at the second signature', async () => {
    const it_ = await assessment.forDecision()
    const proposed = await propose(it_.officers[0], 'LIST', it_.made.moduleVersionId)
    if (!proposed.ok) throw new Error(proposed.refusal.kind)
    const { moduleVersionId } = it_.made
    const old = await db.finding.findFirstOrThrow({ where: { moduleVersionId, requirementId: 'S1/WHOLE' } })
    const { sequence: _, ...rest } = old
    await db.finding.create({ data: { ...rest, id: newId(), outcome: 'NOT_MET', correctsId: old.id } })
    expect(await kindOf(second(it_.officers[1], 'LIST', proposed.value.id))).toBe('conflict')
    expect(await db.decisionProposal.findMany({ select: { state: true } })).toEqual([{ state: 'proposed' }])
  })

  it('listed, the gate opens and the assessment has ended; refused, it is with the supplier again', async () => {
    const it_ = await assessment.forDecision()
    const id = it_.made.moduleVersionId
    expect((await getGate(db, id, ['C5'], '2026-03-02')).gate).toBe('REFUSED')
    await decide(it_.officers, 'LIST', id)
    expect((await getGate(db, id, ['C5'], '2026-03-02')).gate).toBe('OPEN')
    expect(await db.assessment.findUnique({ where: { id: it_.id } })).toMatchObject({ state: 'listed' })
    const other = await assessment.forDecision({ outcome: 'NOT_MET' })
    await decide(other.officers, 'REFUSE', other.made.moduleVersionId)
    expect(await db.assessment.findUnique({ where: { id: other.id } })).toMatchObject({
      state: 'declared',
      returnReason: reason,
    })
    expect(await db.officerDecision.findFirst({ where: { kind: 'REFUSE' } })).toMatchObject({
      appealUntil: new Date('2026-03-12'),
    })
  })
})

describe('DE-02', () => {
  it('no removal in 5% of practices or more before continuity is decided', async () => {
    const id = made.moduleVersionId
    expect(await because(propose(officers[0], 'REMOVE', id, { share: 0.05 }))).toMatch(/continuity first/)
    await decide(officers, 'CONTINUITY', id)
    await decide(officers, 'REMOVE', id, { share: 0.05 })
    expect(await getGate(db, id, ['C5'], '2026-03-02')).toMatchObject({ gate: 'REFUSED', label: 'Removed' })
    expect(await because(propose(officers[0], 'CENSURE', id))).toBe('The module is removed')
    const small = await module.conformant()
    await decide(officers, 'REMOVE', small.moduleVersionId, { share: 0.049 })
  })
})

describe('DE-03 waivers', () => {
  it('LAW of hazards: never a serious one, never unknown, OUT_OF_RANGE beyond 180 days', async () => {
    const id = made.moduleVersionId
    const waive = (requirement: string, until: string) =>
      because(propose(officers[0], 'WAIVE', id, { requirement, until }))
    expect(await waive('S9/WHOLE', '2026-06-01')).toMatch(/Name a requirement/)
    expect(await waive('S1/WHOLE', '2026-03-02')).toMatch(/later day/)
    expect(await waive('S1/WHOLE', '2026-08-30')).toBe('A waiver holds for 180 days at most')
    expect(await waive('S1/WHOLE', '2026-08-29')).toBe('done')
    await database.asOwner(`update "Requirement" set hazard = 'SECURITY'`)
    const other = await module.conformant({ hazard: 'SECURITY' })
    const more = { requirement: 'S1/WHOLE', until: '2026-06-01' }
    expect(await because(propose(officers[0], 'WAIVE', other.moduleVersionId, more))).toMatch(/never waived/)
    const row = `insert into "Waiver" values ($1, $2, $3, $4, 'S1/WHOLE', 'SECURITY', '2026-03-02', '2026-04-02')`
    await expect(database.asOwner(row, [newId(), newId(), id, newId()])).rejects.toThrow(/waiver_never_serious/)
  })

  it('holds to its last day, loaded with the facts, and buyers must acknowledge it', async () => {
    const bare = await module.unassessed()
    const id = bare.moduleVersionId
    await decide(officers, 'WAIVE', id, { requirement: 'S1/WHOLE', until: '2026-06-01' })
    expect(await valuesOf(id)).toEqual(['WAIVED'])
    expect(await valuesOf(id, '2026-06-01')).toEqual(['WAIVED'])
    expect(await valuesOf(id, '2026-06-02')).toEqual(['UNKNOWN'])
    expect((await getGate(db, id, ['C5'], '2026-03-02')).gate).toBe('ACKNOWLEDGE')
  })
})

describe('CORRECT', () => {
  it('a corrected decision stays in the register and counts no longer from that day', async () => {
    const id = made.moduleVersionId
    const correctsId = await decide(officers, 'SUSPEND', id)
    expect((await getGate(db, id, ['C5'], '2026-03-02')).gate).toBe('REFUSED')
    await decide(officers, 'CORRECT', id, { correctsId, now: later(1) })
    expect((await getGate(db, id, ['C5'], '2026-03-03')).gate).toBe('OPEN')
    expect((await getGate(db, id, ['C5'], '2026-03-02')).gate).toBe('REFUSED')
    expect(await db.officerDecision.count({ where: { moduleVersionId: id } })).toBe(3)
    expect(await because(propose(officers[0], 'CORRECT', id, { correctsId, now: later(1) }))).toMatch(/still counts/)
  })
})

describe('a proposal lapses after 14 days', () => {
  it('the fourteenth day is in time, the day after is not; the clock records it once', async () => {
    const id = made.moduleVersionId
    const proposed = await propose(officers[0], 'SUSPEND', id)
    if (!proposed.ok) throw new Error(proposed.refusal.kind)
    await lapseProposals(contextOf(officers[0], later(14)))
    expect(await db.decisionProposal.findMany({ select: { state: true } })).toEqual([{ state: 'proposed' }])
    expect(await because(second(officers[1], 'SUSPEND', proposed.value.id, later(15)))).toMatch(/propose it anew/)
    for (const _ of [1, 2]) await lapseProposals(contextOf(officers[0], later(16)))
    expect(await db.event.count({ where: { name: 'ProposalLapsed' } })).toBe(1)
    expect(await kindOf(second(officers[1], 'SUSPEND', proposed.value.id))).toBe('wrong-state')
    await decide(officers, 'SUSPEND', id, { now: later(16) })
  })
})

describe('the desk', () => {
  it('shows officers what waits, and others nothing', async () => {
    await propose(officers[0], 'SUSPEND', made.moduleVersionId)
    const desk = await getDecisionDesk(officers[1])
    expect(desk?.proposals).toMatchObject([{ kind: 'SUSPEND', maySecond: { allowed: true } }])
    expect((await getDecisionDesk(officers[0]))?.proposals[0]?.maySecond.allowed).toBe(false)
    expect(desk?.decisions.map((d) => d.words)).toEqual([expect.stringMatching(/^List .+10 January 2026$/)])
    expect(await getDecisionDesk(await person.signatory(made.supplierId))).toBeUndefined()
  })
})
