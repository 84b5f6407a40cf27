import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import type { DecisionKind } from '../decisions/decision-kinds'
import { listOwnDecisions } from '../decisions/list-own-decisions'
import { getDecisionDesk } from '../decisions/list-proposals'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { getGate } from '../get-gate'
import { lodgeAppeal } from './lodge-appeal'

const database = useDatabase()
const [reason, grounds] = [
  'A reason of more than twenty characters',
  'No message was lost: the log of the day shows it',
]
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
let made: MadeModule
let signatory: Actor
let [a, b, c, d]: Actor[] = []

beforeEach(async () => {
  const authority = (await organisation.authority()).id
  ;[a, b, c, d] = [
    await person.officer(authority),
    await person.officer(authority),
    await person.officer(authority),
    await person.officer(authority),
  ]
  made = await module.conformant()
  signatory = await person.signatory(made.supplierId)
})

async function decide([one, two]: [Actor, Actor], kind: DecisionKind, more: object = {}, now = noon): Promise<string> {
  const input = { moduleVersionId: made.moduleVersionId, reason, ...more }
  const proposed = await value(proposeDecision(contextOf(one, now), kind, input))
  const second = { proposalId: proposed.id, version: 1 }
  const decided = await value(secondDecision(contextOf(two, now), kind, second))
  return decided.decisionId
}
const lodge = (decisionId: string, now = noon, actor = signatory) =>
  lodgeAppeal(contextOf(actor, now), { decisionId, grounds })
async function lodged(decisionId: string): Promise<string> {
  const appeal = await value(lodge(decisionId))
  return appeal.id
}
const label = async (day: string) => (await getGate(db, made.moduleVersionId, ['C5'], day)).label

describe('DE-03 a supplier appeals', () => {
  it('climbs the ladder: not found, forbidden, not adverse, in time to the end of the day, once', async () => {
    const decisionId = await decide([a!, b!], 'SUSPEND')
    const listing = await db.officerDecision.findFirstOrThrow({ where: { kind: 'LIST' } })
    const editor = await person.editor(made.supplierId)
    const rival = await person.signatory((await organisation.supplier()).id)
    expect(await kindOf(lodge(newId()))).toBe('not-found')
    expect(await kindOf(lodge(decisionId, noon, rival))).toBe('not-found')
    expect(await kindOf(lodge(decisionId, noon, a!))).toBe('not-found')
    expect(await because(lodge(decisionId, noon, editor))).toBe('Only a signatory of the supplier can appeal')
    expect(await because(lodge(listing.id))).toMatch(/not adverse/)
    expect(await because(lodge(decisionId, later(11)))).toBe('The last day to appeal was 12 March 2026')
    const answers = await Promise.all([1, 2, 3].map(() => lodge(decisionId, new Date('2026-03-12T23:59:00Z'))))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'AppealLodged' } })).toBe(1)
    expect(await because(lodge(decisionId))).toBe('An appeal against this decision has been lodged already')
  })

  it('it stops a removal from taking effect, and a dismissal lets it', async () => {
    const decisionId = await decide([a!, b!], 'REMOVE')
    expect(await label('2026-03-02')).toBe('Removed')
    const appealId = await lodged(decisionId)
    expect(await label('2026-03-02')).toBe('Conformant')
    await decide([c!, d!], 'DISMISS_APPEAL', { appealId }, later(5))
    expect(await label('2026-03-06')).toBe('Conformant')
    expect(await label('2026-03-07')).toBe('Removed')
  })

  it('it does not stop a suspension; upheld, the decision stays in the register and counts no longer', async () => {
    const decisionId = await decide([a!, b!], 'SUSPEND')
    const appealId = await lodged(decisionId)
    expect(await label('2026-03-02')).toBe('Suspended')
    const superseding = await decide([c!, d!], 'UPHOLD_APPEAL', { appealId }, later(5))
    expect(await label('2026-03-06')).toBe('Suspended')
    expect(await label('2026-03-07')).toBe('Conformant')
    expect(await db.officerDecision.findUnique({ where: { id: decisionId } })).toMatchObject({ kind: 'SUSPEND' })
    expect(await db.appeal.findUnique({ where: { id: appealId } })).toMatchObject({
      state: 'upheld',
      outcomeId: superseding,
      endedOn: new Date('2026-03-07'),
    })
    const again = { moduleVersionId: made.moduleVersionId, reason, appealId }
    expect(await because(proposeDecision(contextOf(c!), 'DISMISS_APPEAL', again))).toBe(
      'The appeal has been decided already',
    )
  })

  it('upholding and dismissing at once: one wins, and the other is refused', async () => {
    const appealId = await lodged(await decide([a!, b!], 'SUSPEND'))
    const input = { moduleVersionId: made.moduleVersionId, reason, appealId }
    const kinds = ['UPHOLD_APPEAL', 'DISMISS_APPEAL'] as const
    const proposals = await Promise.all(kinds.map((kind) => proposeDecision(contextOf(c!), kind, input)))
    const answers = await Promise.all(
      proposals.map((p, i) =>
        secondDecision(contextOf(d!), kinds[i]!, { proposalId: p.ok ? p.value.id : '', version: 1 }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.officerDecision.count({ where: { kind: { in: [...kinds] } } })).toBe(1)
  })

  it('of another module, or none, is refused; the same person decides nothing alone', async () => {
    const appealId = await lodged(await decide([a!, b!], 'SUSPEND'))
    const other = await module.conformant()
    const propose = (more: object) =>
      because(
        proposeDecision(contextOf(c!), 'UPHOLD_APPEAL', { moduleVersionId: made.moduleVersionId, reason, ...more }),
      )
    expect(await propose({})).toBe('Choose an appeal about this module')
    expect(await propose({ appealId: newId() })).toBe('Choose an appeal about this module')
    expect(await propose({ appealId, moduleVersionId: other.moduleVersionId })).toBe(
      'Choose an appeal about this module',
    )
  })

  it('both sides see it: the supplier its days, the officers who may decide', async () => {
    const decisionId = await decide([a!, b!], 'SUSPEND')
    const own = async () => (await listOwnDecisions(contextOf(signatory)))!.decisions.find((x) => x.id === decisionId)
    expect(await own()).toMatchObject({ appealUntil: '2026-03-12', mayAppeal: true, appeal: null })
    await lodged(decisionId)
    expect(await own()).toMatchObject({ mayAppeal: false, appeal: { state: 'lodged' } })
    const contests = async (actor: Actor) => (await getDecisionDesk(actor))!.contests
    expect(await contests(a!)).toMatchObject([{ what: 'appeal', grounds, mayPropose: { allowed: false } }])
    expect(await contests(c!)).toMatchObject([{ mayPropose: { allowed: true } }])
    expect(await listOwnDecisions(contextOf(a!))).toBeUndefined()
    const rival = await person.signatory((await organisation.supplier()).id)
    expect(await listOwnDecisions(contextOf(rival))).toEqual({
      decisions: [],
      findings: [],
      failures: [],
      disputes: [],
    })
  })

  it('the database refuses an end without its day and decision', async () => {
    const appealId = await lodged(await decide([a!, b!], 'SUSPEND'))
    const wrong = database.asOwner(`update "Appeal" set state = 'upheld' where id = $1`, [appealId])
    await expect(wrong).rejects.toThrow(/appeal_state/)
  })
})
