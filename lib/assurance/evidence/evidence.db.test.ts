import { describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addEvidence } from './add-evidence'
import { getEvidenceFile } from './get-evidence-file'

const database = useDatabase()
const as = (actor: Actor) => contextOf(actor)
const stranger = async () => person.signatory((await organisation.supplier()).id)

describe('evidence (AS-08, RG-03)', () => {
  it('is read by those for whom it is: authority, supplier, buyers, everybody', async () => {
    const it_ = await assessment.opened()
    const buyer = await person.practiceManager((await organisation.practice()).id)
    const readers = [it_.assessor, it_.editor, buyer, await stranger(), visitor]
    for (const [visibility, expected] of [
      ['PUBLIC', [true, true, true, true, true]],
      ['BUYERS', [true, true, true, false, false]],
      ['ASSESSORS', [true, true, false, false, false]],
    ] as const) {
      const given = { id: it_.id, title: 'A report', validUntil: '', replacesId: '', fileName: 'report.exe' }
      const bytes = new TextEncoder().encode('{"a":1}')
      const added = await addEvidence(as(it_.editor), { ...given, visibility, bytes })
      if (!added.ok) throw new Error(added.refusal.kind)
      const read = await Promise.all(readers.map((actor) => getEvidenceFile(actor, added.value.id)))
      expect(read.map((file) => file !== undefined)).toEqual(expected)
      expect(read[0]).toMatchObject({ name: 'a-report.json', contentType: 'application/json' })
    }
  })

  it('is refused where it is none of the four kinds, too large, a stranger’s or of another module', async () => {
    const it_ = await assessment.opened()
    const add = (actor: Actor, bytes: Uint8Array, replacesId = '') =>
      addEvidence(as(actor), {
        id: it_.id,
        title: 'A report',
        visibility: 'PUBLIC',
        validUntil: '',
        fileName: 'report.pdf',
        bytes,
        replacesId,
      })
    const good = new TextEncoder().encode('%PDF-1.7')
    expect(await because(add(it_.editor, new Uint8Array([0x4d, 0x5a])))).toMatch(/PDF, PNG, JSON or CSV/)
    expect(await because(add(it_.editor, new Uint8Array(20 * 1024 * 1024 + 1)))).toMatch(/20 MB/)
    expect(await kindOf(add(await stranger(), good))).toBe('not-found')
    expect(await kindOf(add(it_.assessor, good))).toBe('forbidden')
    expect(await because(add(it_.editor, good, newId()))).toBe('Choose evidence of this module')
    const first = await add(it_.editor, good)
    if (!first.ok) throw new Error(first.refusal.kind)
    expect(await kindOf(add(it_.editor, good, first.value.id))).toBe('done')
    expect(await db.evidence.count({ where: { replacesId: first.value.id } })).toBe(1)
  })

  it.each(['EvidenceFile', 'Waiver'])('AS-03: %s is append-only, for the owner too', async (table) => {
    await expect(
      database.asOwner(`delete from "${table}"`).then(() => database.asOwner(`truncate "${table}"`)),
    ).rejects.toThrow(/append-only/)
    await expect(db.$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/permission denied/)
  })
})
