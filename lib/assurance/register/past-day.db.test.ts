import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import type { DecisionKind } from '../decisions/decision-kinds'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { getRegisterEntry } from './get-register-entry'
import type { RegisterEntry } from './register-view'

const database = useDatabase()
const [then, today] = ['2026-03-02', '2026-06-01']
const standardVersionId = '00000000-0000-4000-8000-000000000001'
const at = (day: string) => new Date(`${day}T10:00:00Z`)
const ctx = contextOf(visitor, at(today))
let made: MadeModule
let officers: [Actor, Actor]

beforeEach(async () => {
  made = await module.conformant()
  const authority = (await organisation.authority()).id
  officers = [await person.officer(authority), await person.officer(authority)]
})

async function entry(asked: { asOf?: string; corrected?: string } = {}, as = ctx): Promise<RegisterEntry> {
  return value(getRegisterEntry(as, made.moduleId, '1.0.0', asked))
}
const bytes = async (asked: { asOf?: string; corrected?: string } = {}, as = ctx) =>
  canonicalJson(await entry(asked, as))

/** What a person at the database does on a later day. */
async function onDay(day: string, sql: string, values: unknown[] = []): Promise<void> {
  await database.asOwner(`set portal.clock = '${at(day).toISOString()}'`)
  await database.asOwner(sql, values)
  await database.asOwner('reset portal.clock')
}

async function finding(outcome: string, foundOn: string, recordedOn: string, correctsId: string | null = null) {
  const old = await db.finding.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
  const { sequence: _, ...rest } = old
  const id = newId()
  const dates = { foundOn: new Date(foundOn), recordedAt: at(recordedOn) }
  await db.finding.create({ data: { ...rest, id, outcome, correctsId, ...dates } })
  return { id, oldId: old.id }
}

async function decide(kind: DecisionKind, day: string, more: object = {}): Promise<string> {
  const reason = 'A reason of more than twenty characters'
  const input = { moduleVersionId: made.moduleVersionId, reason, ...more }
  const proposed = await value(proposeDecision(contextOf(officers[0], at(day)), kind, input))
  const second = { proposalId: proposed.id, version: 1 }
  const decided = await value(secondDecision(contextOf(officers[1], at(day)), kind, second))
  return decided.decisionId
}

/** Everything that may come later, one by one: each must leave the earlier day as it was, byte for byte. */
const later: Record<string, () => Promise<unknown>> = {
  'a finding': () => finding('NOT_MET', '2026-04-01', '2026-04-01'),
  'a finding that reaches back': () => finding('NOT_MET', '2026-02-01', '2026-04-01'),
  'a correcting finding that reaches back': async () => {
    const { id } = await db.finding.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
    await finding('NOT_MET', '2026-01-05', '2026-04-01', id)
  },
  'a suspension': () => decide('SUSPEND', '2026-04-01'),
  'a waiver': () => decide('WAIVE', '2026-04-01', { requirement: 'S1/WHOLE', until: '2026-07-01' }),
  'a decision that is corrected': async () => {
    const correctsId = (await db.officerDecision.findFirstOrThrow({ where: { kind: 'LIST' } })).id
    await decide('CORRECT', '2026-04-01', { correctsId })
  },
  'later evidence': () =>
    db.evidence.create({
      data: {
        id: newId(),
        moduleVersionId: made.moduleVersionId,
        title: 'Newer report',
        sha256: 'b'.repeat(64),
        visibility: 'PUBLIC',
        addedAt: at('2026-04-01'),
      },
    }),
  'a claim that is withdrawn and made again': async () => {
    const where = { moduleVersionId: made.moduleVersionId }
    await onDay('2026-04-01', `update "Claim" set "withdrawnAt" = $1`, [at('2026-04-01')])
    expect((await entry({ asOf: '2026-04-02' })).capabilities).toEqual([])
    await onDay('2026-05-01', `update "Claim" set "withdrawnAt" = null, "declaredAt" = $1`, [at('2026-05-01')])
    expect((await entry({ asOf: '2026-04-02' })).capabilities).toEqual([])
    expect(await db.claim.count({ where })).toBe(1)
  },
  'an extension of a plan, a closed non-conformity': async () => {
    const { id: planId } = await db.plan.findFirstOrThrow()
    const extended = { kind: 'EXTENDED', actedOn: new Date('2026-04-01'), dueOn: new Date('2026-11-01') }
    await db.planAct.create({ data: { id: newId(), planId, ...extended, recordedAt: at('2026-04-01') } })
    const closing = `state = 'closed', "closedOn" = '2026-02-28', "closedBy" = 'FINDING'`
    await onDay('2026-04-02', `update "NonConformity" set ${closing}`)
  },
  'a standard that gets another name': () => onDay('2026-04-01', `update "Standard" set name = 'Renamed'`),
  'a requirement that gets other words': () =>
    onDay('2026-04-01', `update "Requirement" set title = 'Reworded', level = 'SHOULD'`),
  'a standard that is imported later': async () => {
    await onDay('2026-04-01', `insert into "Standard" (id, name, kind) values ('S2', 'Later', 'overarching')`)
    await onDay(
      '2026-04-01',
      `insert into "StandardVersion" (id, "standardId", version, "effectiveOn", source) values ($1, 'S2', '1.0.0', '2025-01-01', 'test')`,
      [newId()],
    )
  },
  'a version with dates in the past': () =>
    onDay(
      '2026-04-01',
      `insert into "StandardVersion" (id, "standardId", version, "publishedOn", "effectiveOn", source) values ($1, 'S1', '2.0.0', '2025-01-01', '2025-02-01', 'test')`,
      [newId()],
    ),
  'a standard that is retired': () => onDay('2026-04-01', `update "Standard" set retired = true`),
  'a supplier that gets another brand': () => onDay('2026-04-01', `update "Supplier" set brand = 'Another brand'`),
}

async function withOpenPlan(): Promise<void> {
  const nonConformityId = newId()
  const key = { standardVersionId, requirementId: 'S1/WHOLE', moduleVersionId: made.moduleVersionId }
  await db.nonConformity.create({
    data: { id: nonConformityId, ...key, source: 'FINDING', summary: 'x', determinedOn: new Date('2026-02-20') },
  })
  await db.plan.create({
    data: {
      id: newId(),
      nonConformityId,
      kind: 'WORK_OFF',
      state: 'accepted',
      hazard: 'LOW',
      summary: 'x',
      acceptedOn: new Date('2026-02-25'),
      dueOn: new Date('2026-09-01'),
    },
  })
}

describe('RG-02 a past day is shown as it was shown then', () => {
  it.each(Object.keys(later))('%s leaves the earlier day byte for byte', async (name) => {
    if (name.startsWith('an extension')) await withOpenPlan()
    const before = await bytes({ asOf: then }, contextOf(visitor, noon))
    expect(await bytes({ asOf: then })).toBe(before)
    const now = await bytes()
    await later[name]!()
    expect(await bytes({ asOf: then })).toBe(before)
    if (!/later evidence|made again/.test(name)) expect(await bytes()).not.toBe(now)
  })

  it('and all of it together, even asked for on the day itself', async () => {
    const before = await bytes({ asOf: then }, contextOf(visitor, noon))
    for (const name of Object.keys(later).filter((n) => !/corrected|suspension|extension/.test(n))) await later[name]!()
    expect(await bytes({ asOf: then })).toBe(before)
    expect(before).toContain('"words":"Conformant"')
  })
})

describe('RG-02 corrected=1 shows the day as it is known now', () => {
  it('a correction that reaches back counts and is named; the corrected finding counts no longer', async () => {
    const old = await db.finding.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
    const { id } = await finding('NOT_MET', '2026-01-05', '2026-04-01', old.id)
    expect((await entry({ asOf: then })).label.words).toBe('Conformant')
    const now = await entry({ asOf: then, corrected: '1' })
    expect(now.label.words).toBe('Not conformant')
    expect(now.corrections).toEqual([{ what: 'finding', id, correctsId: old.id, recordedOn: '2026-04-01' }])
    expect((await entry({ asOf: then })).corrections).toEqual([])
  })

  it('a decision that was corrected never counted', async () => {
    const correctsId = await decide('SUSPEND', '2026-03-01')
    const id = await decide('CORRECT', '2026-04-01', { correctsId })
    expect((await entry({ asOf: then })).label.words).toBe('Suspended')
    const now = await entry({ asOf: then, corrected: '1' })
    expect(now.label.words).toBe('Conformant')
    expect(now.corrections).toEqual([{ what: 'decision', id, correctsId, recordedOn: '2026-04-01' }])
  })

  it.each([
    [{ asOf: '2026-06-02' }],
    [{ asOf: '2026-02-30' }],
    [{ asOf: 'yesterday' }],
    [{ asOf: then, corrected: 'yes' }],
  ])('%j is refused', async (asked) => {
    const refused = await getRegisterEntry(ctx, made.moduleId, '1.0.0', asked)
    expect(refused).toMatchObject({ refusal: { kind: 'invalid' } })
  })
})

describe('RG-01 a line of the register', () => {
  it('says requirement, value, rule and the facts behind it; hashes to those who may see them', async () => {
    const [evidenceId, hiddenId] = [newId(), newId()]
    const evidence = { moduleVersionId: made.moduleVersionId, sha256: 'c'.repeat(64), addedAt: at('2026-03-01') }
    await db.evidence.createMany({
      data: [
        { ...evidence, id: evidenceId, title: 'Penetration test letter', visibility: 'BUYERS' },
        { ...evidence, id: hiddenId, title: 'Hazard log', visibility: 'ASSESSORS' },
      ],
    })
    const { sequence: _, ...old } = await db.finding.findFirstOrThrow()
    const more = { id: newId(), evidenceIds: [evidenceId, hiddenId], recordedAt: at('2026-03-01') }
    await db.finding.create({ data: { ...old, ...more } })
    const practice = await person.practiceManager((await organisation.practice()).id)
    const assessor = await person.with('assessor', officers[0].organisationId!)
    const own = await person.editor(made.supplierId)
    const rival = await person.editor((await organisation.supplier()).id)
    const titles = async (actor: Actor) => {
      const [line] = (await entry({}, contextOf(actor, at(today)))).standards[0]!.requirements
      const newest = line!.findings.at(-1)!
      return [...newest.evidence.map((e) => e.title).sort(), newest.evidenceNotShown]
    }
    expect(await titles(visitor)).toEqual([2])
    expect(await titles(rival)).toEqual([2])
    expect(await titles(practice)).toEqual(['Penetration test letter', 1])
    expect(await titles(own)).toEqual(['Hazard log', 'Penetration test letter', 0])
    expect(await titles(assessor)).toEqual(['Hazard log', 'Penetration test letter', 0])
    const shown = await entry()
    expect(shown.standards[0]!.requirements[0]).toMatchObject({
      id: 'S1/WHOLE',
      title: 'All of it',
      value: 'MET',
      rule: 'D6',
      coverage: { level: 'NOT MACHINE-TESTED', because: 'it is shown by a document' },
      findings: [{ foundBy: 'assessor', signedBy: 'reviewer', logIndex: null, evidence: [{ title: 'Report' }] }, {}],
    })
    expect(shown.note).toBe('Automated checks are not exhaustive.')
    expect(await bytes()).not.toContain(old.assessorId)
  })

  it('needs the same few statements however much there is, some more for a past day', async () => {
    const budget = async (asOf?: string) => (await countStatements(() => entry(asOf ? { asOf } : {}))).statements
    const [now, past] = [await budget(), await budget(then)]
    for (let n = 0; n < 20; n++) await finding('MET', '2026-02-01', '2026-02-01')
    expect(await budget()).toBe(now)
    expect(now).toBeLessThanOrEqual(22)
    expect(past).toBeLessThanOrEqual(now + 10)
  })
})
