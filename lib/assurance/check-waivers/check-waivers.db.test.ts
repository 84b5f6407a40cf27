import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { at, run } from '@/prisma/factories/run'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { raiseDispute } from '../disputes/raise-dispute'
import { rejectDispute } from '../disputes/reject-dispute'
import { listUnloggedFacts } from '../evidence-log/list-unlogged-facts'
import { loadFactsOf } from '../load-facts-of'
import { getRegisterEntry } from '../register/get-register-entry'
import { standardRows } from '../standard-value-rules'
import { listCheckWaivers } from './list-check-waivers'

useDatabase()
const [reason, grounds] = [
  'The check reads a field that the standard leaves open',
  'The standard leaves this field open: see its page four',
]
const versionId = '00000000-0000-4000-8000-000000000001'
const today = dayOf(at(0))
let [made, other]: MadeModule[] = []
let [of, there]: MadeEndpoint[] = []
let officers: Actor[]
beforeEach(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'waivers-')))
  made = await module.conformant()
  other = await module.conformant()
  ;[of, there] = [await endpoint.approved(made), await endpoint.approved(other)]
  const requirement = {
    standardVersionId: versionId,
    id: 'S1/M',
    title: 'M',
    level: 'MUST',
    method: 'MACHINE',
    hazard: 'SECURITY',
  }
  await db.requirement.create({ data: { ...requirement, checks: ['CAP-01', 'CAP-02'] } })
  const authority = (await organisation.authority()).id
  officers = [await person.officer(authority), await person.officer(authority)]
})
afterEach(() => void vi.unstubAllEnvs())

const valueThen = async (id: string, day = today) =>
  standardRows((await loadFactsOf(db, id))!.facts, day)
    .flatMap((standard) => standard.rows)
    .find((row) => row.requirement.id === 'S1/M')?.value
/** Both modules fail CAP-01 twice: in the run, and at the second runner's try, which a serious hazard asks for. */
const fail = async (endpoint: MadeEndpoint, results: object, minutes: number) =>
  run.logged(
    await run.asked(endpoint, 'OFFICIAL', minutes),
    { 'CAP-01': 'FAIL', 'CAP-02': 'PASS', ...results },
    minutes + 1,
  )
const openOf = (moduleVersionId: string) => db.nonConformity.count({ where: { moduleVersionId, state: 'open' } })
const failedOf = async (moduleVersionId: string) =>
  (await db.checkFact.findFirstOrThrow({ where: { moduleVersionId, result: 'FAIL' }, orderBy: { sequence: 'desc' } }))
    .id
async function decide(kind: 'UPHOLD_DISPUTE' | 'WAIVE_CHECK', more: object, minutes = 20) {
  const input = { moduleVersionId: made!.moduleVersionId, reason, ...more }
  const proposal = value(await proposeDecision(contextOf(officers[0]!, at(minutes)), kind, input))
  const second = { proposalId: proposal.id, version: proposal.version }
  return secondDecision(contextOf(officers[1]!, at(minutes + 1)), kind, second)
}

describe('DE-03 a check of one version of the suite is disputed and waived', () => {
  it('the supplier alone disputes a check that its module failed, once; a pass is nothing to dispute', async () => {
    await fail(of!, {}, 1)
    const id = await failedOf(made!.moduleVersionId)
    const raise = (actor: Actor, checkFactId = id) => raiseDispute(contextOf(actor), { checkFactId, grounds })
    const rival = await person.editor(other!.supplierId)
    for (const actor of [rival, of!.assessor, officers[0]!]) expect(await kindOf(raise(actor))).toBe('not-found')
    const passed = await db.checkFact.findFirstOrThrow({ where: { check: 'CAP-02' } })
    expect(await because(raise(of!.editor, passed.id))).toMatch(/^Only a finding that something is not met/)
    const answers = await Promise.all(Array.from({ length: 20 }, () => raise(of!.editor)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await because(raise(of!.editor))).toBe('This has been disputed already')
    const reviewer = await person.with('reviewer', (await organisation.authority()).id)
    const dispute = await db.dispute.findFirstOrThrow()
    const answer = { disputeId: dispute.id, version: 1, answer: 'The field is asked for on page five of the standard' }
    expect(await kindOf(rejectDispute(contextOf(of!.editor), answer))).toBe('forbidden')
    expect(await kindOf(rejectDispute(contextOf(reviewer), answer))).toBe('done')
    expect(await openOf(made!.moduleVersionId)).toBe(1)
  })

  it('upheld: the check counts for nobody, what it alone opened is closed everywhere, and all who were tested stand anew', async () => {
    await fail(of!, {}, 1)
    await fail(there!, { 'CAP-02': 'FAIL' }, 4)
    expect(await valueThen(made!.moduleVersionId)).toBe('BREACHED')
    const disputeId = value(
      await raiseDispute(contextOf(of!.editor), { checkFactId: await failedOf(made!.moduleVersionId), grounds }),
    ).id
    expect(await kindOf(decide('UPHOLD_DISPUTE', { disputeId }))).toBe('done')
    expect(await openOf(made!.moduleVersionId)).toBe(0)
    expect(await openOf(other!.moduleVersionId), 'CAP-02 still fails there').toBe(1)
    expect(await db.nonConformity.findFirst({ where: { state: 'closed' } })).toMatchObject({ closedBy: 'CHECK_WAIVER' })
    const waiver = (await db.checkWaiver.findFirst())!
    expect(await listCheckWaivers()).toMatchObject([
      { check: 'CAP-01', suiteVersion: '1', from: today, until: addDays(today, 180), reason },
    ])
    expect(await db.event.findFirst({ where: { name: 'DisputeUpheld' } })).toMatchObject({
      data: { checkWaiverId: waiver.id, check: 'CAP-01', suiteVersion: '1' },
    })
    expect(await valueThen(made!.moduleVersionId)).toBe('UNKNOWN')
    expect(await valueThen(other!.moduleVersionId)).toBe('BREACHED')
    expect(await valueThen(made!.moduleVersionId, addDays(today, 181)), 'counts again after its last day').toBe(
      'BREACHED',
    )
  })

  it('a run under the waiver opens nothing by that check; a newer version of the suite is another test', async () => {
    await fail(of!, {}, 1)
    expect(await kindOf(decide('WAIVE_CHECK', { check: 'CAP-01', until: addDays(today, 30) }))).toBe('done')
    await fail(of!, {}, 30)
    expect(await openOf(made!.moduleVersionId)).toBe(0)
    await db.checkFact.create({
      data: {
        ...(await db.checkFact.findFirstOrThrow({
          where: { result: 'FAIL' },
          orderBy: { sequence: 'desc' },
          omit: { sequence: true },
        })),
        ...{ id: crypto.randomUUID(), runId: crypto.randomUUID(), suiteVersion: '2' },
      },
    })
    expect(await valueThen(made!.moduleVersionId)).toBe('BREACHED')
  })

  it('refused: a check that never tested it, no last day, more than 180 days; two may be decided side by side', async () => {
    await fail(of!, {}, 1)
    const until = addDays(today, 30)
    const propose = (more: object) =>
      proposeDecision(contextOf(officers[0]!), 'WAIVE_CHECK', {
        moduleVersionId: made!.moduleVersionId,
        reason,
        ...more,
      })
    expect(await because(propose({ check: 'XYZ-01', until }))).toMatch(/^Name a check that has tested this module/)
    expect(await because(propose({ check: 'CAP-01', until: '' }))).toMatch(/^Name a later day/)
    expect(await because(propose({ check: 'CAP-01', until: addDays(today, 181) }))).toMatch(/180 days at most/)
    expect(await kindOf(propose({ check: 'CAP-01', until }))).toBe('done')
    expect(await because(propose({ check: 'CAP-01', until }))).toMatch(/proposed already/)
    expect(await kindOf(propose({ check: 'CAP-02', until }))).toBe('done')
    expect(await db.checkWaiver.count()).toBe(0)
  })

  it('is public, stands in the log, and is never changed (EV-04, A3)', async () => {
    await fail(of!, {}, 1)
    const until = addDays(today, 30)
    expect(await kindOf(decide('WAIVE_CHECK', { check: 'CAP-01', until }))).toBe('done')
    const { moduleId } = made!
    const version = await db.moduleVersion.findUniqueOrThrow({ where: { id: made!.moduleVersionId } })
    const entry = value(await getRegisterEntry(contextOf(system, at(40)), moduleId, version.version, {}))
    const lines = entry.standards.flatMap((s) => s.requirements.flatMap((r) => r.checks))
    expect(lines).toMatchObject([{ check: 'CAP-01', result: 'FAIL', waivedUntil: until }, { check: 'CAP-02' }])
    expect(lines[1]).not.toHaveProperty('waivedUntil')
    const facts = (await listUnloggedFacts(500)).filter((fact) => fact.subjectType === 'CheckWaiver')
    expect(facts).toMatchObject([{ value: { row: { check: 'CAP-01', suiteVersion: '1' } } }])
    await expect(db.checkWaiver.updateMany({ data: { check: 'CAP-02' } })).rejects.toThrow(/permission denied|append/i)
    await expect(db.$executeRaw`truncate "CheckWaiver"`).rejects.toThrow(/permission denied|append/i)
  })
})
