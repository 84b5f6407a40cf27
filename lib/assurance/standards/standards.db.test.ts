import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/refusal'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { standardDraft } from '@/prisma/factories/standard-draft'
import { classifyRequirements } from '../refresh/classify-requirements'
import { lookAtPreview } from '../refresh/look-at-preview'
import { noUsage } from '../refresh/usage'
import { draftStandardVersion } from './draft-standard-version'
import { editStandardVersion, removeRequirement, writeRequirement } from './edit-standard-version'
import { lapseStandardProposals } from './lapse-standard-proposals'
import { proposeStandardDecision } from './propose-standard-decision'
import { secondStandardDecision } from './second-standard-decision'
import type { StandardDraft } from './standard-draft'

useDatabase()
let authority: string
let author: Actor
let officers: [Actor, Actor]
const reason = 'The clinical safety group has agreed to it'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const kindOf = (answer: Result<unknown>) => (answer.ok ? 'done' : answer.refusal.kind)
const because = (answer: Result<unknown>) =>
  answer.ok ? 'done' : 'because' in answer.refusal ? answer.refusal.because : JSON.stringify(answer.refusal)
const propose = (draft: { id: string }, actor = officers[0], at = noon, kind: 'PUBLISH' | 'WITHDRAW' = 'PUBLISH') =>
  proposeStandardDecision(contextOf(actor, at), { standardVersionId: draft.id, kind, reason }, noUsage)
async function proposed(draft: StandardDraft): Promise<string> {
  const answer = await value(propose(draft))
  return answer.id
}
const second = (proposalId: string, actor = officers[1], version = 1, at = noon) =>
  secondStandardDecision(contextOf(actor, at), { proposalId, version }, noUsage)

beforeEach(async () => {
  authority = (await organisation.authority()).id
  author = await person.with('standards-author', authority)
  officers = [await person.officer(authority), await person.officer(authority)]
  await module.conformant()
})

describe('drafting', () => {
  it('NOT_ALLOWED: only the standards author drafts and edits; others do not even see it', async () => {
    expect(kindOf(await draftStandardVersion(contextOf(officers[0]), { standardId: 'S1' }))).toBe('forbidden')
    expect(kindOf(await draftStandardVersion(contextOf(author), { standardId: 'S999' }))).toBe('not-found')
    const draft = await standardDraft.begun(author)
    const gone = { id: draft.id, version: draft.version, requirementId: 'S1/WHOLE' }
    expect(kindOf(await removeRequirement(contextOf(visitor), gone))).toBe('not-found')
    expect(kindOf(await removeRequirement(contextOf(officers[0]), gone))).toBe('forbidden')
  })

  it('STALE: who saves over another’s text is told, and two at once save one', async () => {
    const draft = await standardDraft.begun(author)
    const { content, id, version } = draft
    const { requirements: _, ...head } = content
    const answers = await Promise.all(
      [1, 2, 3].map((n) => editStandardVersion(contextOf(author), { ...head, number: `1.${n}.0`, id, version })),
    )
    expect(answers.map(kindOf).sort()).toEqual(['done', 'stale', 'stale'])
    expect(kindOf(await removeRequirement(contextOf(author), { id, version, requirementId: 'S1/WHOLE' }))).toBe('stale')
  })

  it('FA-01 hashes exactly what will be published, and needs a number above those there are', async () => {
    const draft = await standardDraft.begun(author)
    const { requirements: _, ...head } = draft.content
    const edit = (over: object) =>
      editStandardVersion(contextOf(author), { ...head, id: draft.id, version: draft.version, ...over })
    expect(kindOf(await edit({ number: '1.0.0' }))).toBe('invalid')
    expect(kindOf(await edit({ requiredIds: ['S998'] }))).toBe('invalid')
    const saved = await edit({ number: '1.2.0' })
    expect(saved.ok && saved.value.contentSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(saved.ok && saved.value.contentSha256).not.toBe(draft.contentSha256)
  })

  it('SV-02 works out the transition of a contract, and takes a law’s days from the law alone', async () => {
    const { content, id, version } = await standardDraft.begun(author)
    const { requirements: _, ...head } = content
    const edit = (over: object) => editStandardVersion(contextOf(author), { ...head, id, version, ...over })
    const law = await edit({ legalBasis: 'LAW', transitionEndsOn: null })
    expect(because(law)).toContain('Give the last day that the law names')
    const patch = await edit({ changeClass: 'PATCH', effectiveOn: '2026-04-01', transitionEndsOn: null })
    expect(patch.ok && patch.value.content.transitionEndsOn).toBe('2026-05-01')
  })
})

describe('publishing', () => {
  it('climbs the ladder: incomplete, not looked at, forbidden, same person, stale, done; the version stands', async () => {
    const draft = await standardDraft.begun(author, { whole: { text: 'Now in other words' }, more: [{}] })
    expect(because(await propose(draft)), 'DIFF_INCOMPLETE').toMatch(/^The difference is not complete: S1\/WHOLE/)
    const whole = await standardDraft.classified(author, { whole: { text: 'Now in other words' }, more: [{}] })
    expect(because(await propose(whole)), 'PREVIEW_STALE').toMatch(/^Nobody has looked at the preview/)
    expect(kindOf(await lookAtPreview(contextOf(author), { id: whole.id, contentSha256: 'another' }))).toBe('stale')
    expect(kindOf(await lookAtPreview(contextOf(author), whole))).toBe('done')
    expect(kindOf(await propose(whole, author)), 'NOT_ALLOWED').toBe('forbidden')
    const proposalId = await proposed(whole)
    expect(kindOf(await propose(whole, officers[1])), 'one proposal at a time').toBe('conflict')
    expect(because(await second(proposalId, officers[0])), 'SAME_PERSON').toMatch(/another officer must second/)
    expect(kindOf(await second(proposalId, officers[1], 7))).toBe('stale')
    expect(await db.standardVersion.count()).toBe(1)
    expect(kindOf(await second(proposalId))).toBe('done')
    expect(kindOf(await second(proposalId))).toBe('wrong-state')
    const version = await db.standardVersion.findUniqueOrThrow({
      where: { id: whole.id },
      include: { requirements: true, changes: true, replaces: true },
    })
    expect(version).toMatchObject({ version: '1.1.0', contentSha256: whole.contentSha256, changeClass: 'MINOR' })
    expect(version.requirements.map((r) => [r.id, r.text])).toEqual([
      ['S1/NEW01', null],
      ['S1/WHOLE', 'Now in other words'],
    ])
    expect(version.changes.map((c) => c.kind).sort()).toEqual(['NEW', 'REWORDED'])
    const events = await db.event.findMany({ where: { aboutId: whole.id, name: { contains: 'Publi' } } })
    expect(events.map((e) => e.name)).toEqual(['PublicationProposed', 'StandardVersionPublished'])
  })

  it('INTEREST: an officer with a role in a supplier, or who drafted it, cannot decide', async () => {
    const supplier = (await organisation.supplier()).id
    const torn = {
      ...officers[0],
      grants: [...officers[0].grants, { role: 'supplier-editor', organisationId: supplier, limitPence: null }],
    }
    const draft = await standardDraft.previewed(author)
    expect(because(await propose(draft, torn))).toMatch(/^You hold a role in a supplier/)
    const both = { ...author, grants: [...author.grants, ...officers[0].grants] }
    expect(because(await propose(draft, both))).toMatch(/^You drafted this version/)
    const proposalId = await proposed(draft)
    expect(because(await second(proposalId, { ...torn, userId: officers[1].userId }))).toMatch(/^You hold a role/)
  })

  it('PREVIEW_STALE: a look counts for 7 days; DATE_PAST: a day that has passed cannot be decided', async () => {
    const head = { publishedOn: '2026-03-20' }
    const draft = await standardDraft.previewed(author, { head })
    expect(kindOf(await propose(draft, officers[0], later(7)))).toBe('done')
    expect(because(await propose(draft, officers[0], later(8)))).toMatch(/^Nobody has looked/)
    await lookAtPreview(contextOf(author, later(18)), draft)
    expect(because(await propose(draft, officers[0], later(19)))).toBe('A day of this version has passed: 2026-03-20')
  })

  it('STALE: a draft edited after it was proposed is not what was proposed', async () => {
    const draft = await standardDraft.previewed(author)
    const proposalId = await proposed(draft)
    const more = {
      was: '',
      requirementId: 'S1/X',
      title: 'X',
      text: '',
      anchor: '',
      roles: [],
      evidenceValidDays: null,
    }
    const rest = { level: 'MUST', method: 'DOCUMENT', hazard: 'LOW', notTestedReason: '' } as const
    await writeRequirement(contextOf(author), { id: draft.id, version: draft.version, ...more, ...rest })
    expect(kindOf(await second(proposalId))).toBe('stale')
  })

  it('RF-02 a lapse in 5% of practices or more needs a reason', async () => {
    const made = await module.conformant()
    const draft = await standardDraft.previewed(author, { more: [{}] })
    const contracts = [{ id: newId(), moduleVersionId: made.moduleVersionId, practiceId: newId() }]
    const ask = (practiceCount: number, lapseReason = '') =>
      proposeStandardDecision(
        contextOf(officers[0]),
        { standardVersionId: draft.id, kind: 'PUBLISH', reason, lapseReason },
        { contracts, patients: {}, practiceCount },
      )
    expect(because(await ask(20))).toContain('say why that is right')
    expect(kindOf(await ask(20, 'Patients were harmed by what it mends'))).toBe('done')
    await db.standardProposal.deleteMany()
    expect(kindOf(await ask(21))).toBe('done')
  })

  it('8 seconds at once publish once', async () => {
    const proposalId = await proposed(await standardDraft.previewed(author))
    const many = await Promise.all(Array.from({ length: 8 }, () => person.officer(authority)))
    const answers = await Promise.all(many.map((officer) => second(proposalId, officer)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'StandardVersionPublished' } })).toBe(1)
    expect(await db.standardVersion.count()).toBe(2)
  })

  it('a proposal lapses after 14 days', async () => {
    const proposalId = await proposed(await standardDraft.previewed(author, { head: { publishedOn: '2026-03-30' } }))
    expect(because(await second(proposalId, officers[1], 1, later(15)))).toMatch(/^Nobody seconded it for 14 days/)
    await lapseStandardProposals(contextOf(officers[0], later(16)))
    expect(await db.standardProposal.findUnique({ where: { id: proposalId } })).toMatchObject({ state: 'lapsed' })
  })
})

describe('moving days and withdrawing', () => {
  const reschedule = (id: string, days: object, at = noon) =>
    proposeStandardDecision(
      contextOf(officers[0], at),
      { standardVersionId: id, kind: 'RESCHEDULE', reason, ...days },
      noUsage,
    )

  it('LAW_BASED: the days of a law are not moved; a published contract’s are, never a day that has passed', async () => {
    const law = await standardDraft.published({ author, officers }, { head: { legalBasis: 'LAW' } })
    expect(because(await reschedule(law.id, { transitionEndsOn: '2026-12-31' }))).toMatch(/^Its days come from the law/)
    const { id } = await standardDraft.published({ author, officers }, { head: { number: '1.2.0' } })
    expect(because(await reschedule(id, { effectiveOn: '2026-03-01' })), 'DATE_PAST').toMatch(/^A day that has passed/)
    expect(because(await reschedule(id, { effectiveOn: '2026-03-31' }, later(40)))).toMatch(/passed|Name at least/)
    expect(because(await reschedule(id, {}))).toMatch(/^Name at least one day/)
    expect(because(await reschedule(id, { transitionEndsOn: '2026-03-20' }))).toMatch(/^The days must follow/)
    const moved = await reschedule(id, { transitionEndsOn: '2026-12-31' })
    if (!moved.ok) throw new Error(because(moved))
    expect(kindOf(await second(moved.value.id))).toBe('done')
    expect(await db.standardVersionDates.findMany({ where: { standardVersionId: id } })).toMatchObject([
      { transitionEndsOn: new Date('2026-12-31'), withdrawnOn: null },
    ])
  })

  it('withdraws once', async () => {
    const { id } = await standardDraft.published({ author, officers })
    const answer = await propose({ id }, officers[0], noon, 'WITHDRAW')
    if (!answer.ok) throw new Error(because(answer))
    expect(kindOf(await second(answer.value.id))).toBe('done')
    expect(kindOf(await propose({ id }, officers[0], noon, 'WITHDRAW'))).toBe('wrong-state')
    expect(await db.event.count({ where: { name: 'StandardVersionWithdrawn', aboutId: id } })).toBe(1)
  })
})

it('RF-01 the author’s word on a requirement that is gone is forgotten', async () => {
  const draft = await standardDraft.classified(author, { more: [{}] })
  expect(draft.difference).toHaveLength(2)
  const less = await removeRequirement(contextOf(author), {
    id: draft.id,
    version: draft.version,
    requirementId: 'S1/NEW01',
  })
  expect(less.ok && less.value.difference).toHaveLength(1)
  const unknown = [{ kind: 'NEW' as const, requirementId: 'S1/NONE', fromVersionId: null, fromRequirementId: null }]
  const move = { id: draft.id, version: draft.version + 1, decided: unknown }
  const again = await classifyRequirements(contextOf(author), move)
  expect(again.ok && again.value.difference).toEqual([])
})
