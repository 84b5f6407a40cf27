import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { noon } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { countSignalsOf, listOwnSignals, listSignals } from './list-signals'

useDatabase()

it('IS-05, IS-06 the authority sees all signals, a supplier its own, the public a count', async () => {
  const [made, other] = [await module.conformant(), await module.conformant()]
  const found = await db.finding.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
  const [assessorId, { evidenceIds }] = [found.assessorId!, found]
  await db.person.create({ data: { id: assessorId, email: 'a@test.example', name: 'A', createdAt: noon } })
  const ended = { role: 'supplier-editor', validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') }
  await db.grant.create({ data: { id: newId(), personId: assessorId, organisationId: made.supplierId, ...ended } })
  const evidence = { sha256: 'b'.repeat(64), visibility: 'ASSESSORS', addedAt: noon }
  const { moduleVersionId } = made
  await db.evidence.create({
    data: { id: newId(), moduleVersionId, title: 'Newer', replacesId: evidenceIds[0]!, ...evidence },
  })
  const assessor = await person.with('assessor', (await organisation.authority()).id)
  expect((await listSignals(assessor))?.map((s) => s.code)).toEqual(['IS-05', 'IS-06'])
  expect(await listSignals(await person.editor(made.supplierId))).toBeUndefined()
  expect(await listSignals(visitor)).toBeUndefined()
  expect((await listOwnSignals(await person.editor(made.supplierId))).map((s) => s.code)).toEqual(['IS-05', 'IS-06'])
  expect(await listOwnSignals(await person.editor(other.supplierId))).toEqual([])
  expect(await listOwnSignals(visitor)).toEqual([])
  expect([await countSignalsOf(moduleVersionId), await countSignalsOf(other.moduleVersionId)]).toEqual([2, 0])
})

describe('the list', () => {
  it('needs the same statements for many modules as for two', async () => {
    const assessor = await person.with('assessor', (await organisation.authority()).id)
    for (let n = 0; n < 2; n++) await module.conformant()
    const few = (await countStatements(() => listSignals(assessor))).statements
    for (let n = 0; n < 8; n++) await module.conformant()
    expect((await countStatements(() => listSignals(assessor))).statements).toBe(few)
  })
})
