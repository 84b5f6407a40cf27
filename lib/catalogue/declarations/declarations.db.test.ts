import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { declaration } from '@/prisma/factories/declaration'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { goodAnswers } from '@/prisma/seed/demo-declaration'
import { decideDeclaration } from './decide-declaration'
import { getDeclaration, getDeclarationHomes, listWaitingDeclarations } from './get-declaration'
import { listEndingDeclarations } from './list-ending-declarations'
import { makeDeclaration } from './make-declaration'

const { asOwner } = useDatabase()
let supplierId: string
let [editor, signatory, stranger, reviewer, secondReviewer]: Actor[] = []
const answers = goodAnswers('2026-12-31')
const doubtful = { ...answers, conflicts: 'yes', 'conflicts-detail': 'A director is a partner in a practice' }
const reason = 'The director has no part in the choice'

beforeEach(async () => {
  supplierId = (await organisation.supplier()).id
  await db.supplier.create({ data: { organisationId: supplierId, slug: 'one', brand: 'One', legalName: 'One Ltd' } })
  editor = await person.editor(supplierId)
  signatory = await person.signatory(supplierId)
  stranger = await person.signatory((await organisation.supplier()).id)
  const authority = await organisation.authority()
  reviewer = await person.with('reviewer', authority.id)
  secondReviewer = await person.with('reviewer', authority.id)
})

const make = (actor: Actor, given = answers) => makeDeclaration(contextOf(actor), { supplierId, answers: given })
const decide = (actor: Actor, id: string, verdict: 'clear' | 'reject' = 'clear', version = 1) =>
  decideDeclaration(contextOf(actor), { id, version, verdict, reason })
const events = async () => (await db.event.findMany({ orderBy: { id: 'asc' } })).map((event) => event.name)

describe('a declaration', () => {
  it('is made by a signatory alone; strangers find nothing', async () => {
    expect(await answer(make(stranger!))).toBe('not-found')
    expect(await answer(make(visitor))).toBe('not-found')
    expect(await answer(make(editor!))).toBe('forbidden')
    expect(await answer(make(signatory!))).toBe('done')
    expect(await events()).toEqual(['DeclarationMade'])
    const [home] = (await getDeclarationHomes(contextOf(editor!)))!
    expect(home).toMatchObject({ standing: { kind: 'valid', daysLeft: 364 }, mayDeclare: { allowed: false } })
    expect(await getDeclarationHomes(contextOf(reviewer!))).toBeUndefined()
  })

  it('bears the fingerprint of exactly what was asked and answered', async () => {
    await make(signatory!)
    const row = await db.supplierDeclaration.findFirstOrThrow()
    const text = { supplierId, declaredOn: '2026-03-02', questionSet: row.questionSet, answers: row.answers }
    expect(row.sha256).toBe(sha256Hex(canonicalJson(text)))
  })

  it('keeps its text and its outcome: the database refuses another', async () => {
    await make(signatory!)
    await expect(db.supplierDeclaration.updateMany({ data: { sha256: 'x' } })).rejects.toThrow(/keeps its text/)
    await expect(db.supplierDeclaration.updateMany({ data: { state: 'failed' } })).rejects.toThrow(/keeps its text/)
    await expect(asOwner('delete from "SupplierDeclaration"')).rejects.toThrow()
  })

  it('that needs an eye is made once, also when two signatories send it at once', async () => {
    const second = await person.signatory(supplierId)
    const both = await Promise.all([answer(make(signatory!, doubtful)), answer(make(second, doubtful))])
    expect(both.sort()).toEqual(['conflict', 'done'])
    expect(await events()).toEqual(['DeclarationMade'])
  })

  it('is decided by a reviewer without an interest, once', async () => {
    const { id } = await declaration.inReview(supplierId)
    const interested = await person.with('reviewer', (await organisation.authority()).id)
    interested.grants.push({ role: 'supplier-editor', organisationId: supplierId, limitPence: null })
    expect(await answer(decide(stranger!, id))).toBe('not-found')
    expect(await answer(decide(signatory!, id))).toBe('forbidden')
    expect(await answer(decide(interested, id))).toBe('forbidden')
    expect(await answer(decide(reviewer!, id, 'clear', 7))).toBe('stale')
    expect((await listWaitingDeclarations(contextOf(reviewer!)))?.map((d) => d.id)).toEqual([id])
    expect(await listWaitingDeclarations(contextOf(signatory!))).toBeUndefined()
    const both = await Promise.all([
      answer(decide(reviewer!, id, 'clear')),
      answer(decide(secondReviewer!, id, 'reject')),
    ])
    expect(both.filter((word) => word === 'done')).toHaveLength(1)
    expect(await answer(decide(reviewer!, id))).toBe('wrong-state')
    expect((await events()).filter((name) => name !== 'DeclarationMade')).toHaveLength(1)
    expect(await getDeclaration(contextOf(signatory!), id)).toMatchObject({ reason, version: 2 })
    expect(await getDeclaration(contextOf(stranger!), id)).toBeUndefined()
  })

  it('is near its end for a reminder only while it is the one that counts', async () => {
    await declaration.passed(supplierId, new Date(noon.getTime() - 340 * 86_400_000))
    expect(await listEndingDeclarations(db, '2026-03-02')).toMatchObject([{ supplierId, daysLeft: 24, bound: 30 }])
    await declaration.passed(supplierId)
    expect(await listEndingDeclarations(db, '2026-03-02')).toEqual([])
  })
})
