import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { demoCatalogue } from '@/prisma/factories/catalogue'
import { module } from '@/prisma/factories/module'
import { kindOf } from './assessments/assessment-rules'
import { listRegister } from './get-register-entry'
import { loadFactsOf } from './load-facts-of'
import { refreshStandingsWithin } from './refresh-module-standing'
import { standardRows } from './standard-value-rules'

const database = useDatabase()

describe('the facts of assurance', () => {
  it('FA-03 a standard applies by capability, or to everything where it is overarching', async () => {
    const made = await module.conformant({ capabilities: ['C5'] })
    for (const [id, capabilityId] of [['S51', 'C5'] as const, ['S52', 'C13'] as const]) {
      await db.standard.create({ data: { id, name: id, kind: 'capability' } })
      await db.standardCapability.create({ data: { standardId: id, capabilityId } })
      const version = { id: newId(), standardId: id, version: '1.0.0', assertedState: 'Effective', source: 'test' }
      await db.standardVersion.create({ data: version })
    }
    const { facts } = (await loadFactsOf(db, made.moduleVersionId))!
    expect(standardRows(facts, dayOf(noon)).map((row) => row.standardId)).toEqual(['S1', 'S51'])
  })

  it('FA-04 an assessment of a new version of what was listed is an UPLIFT, else of CAPABILITY; no other kind is kept', async () => {
    expect([kindOf(true, true), kindOf(true, false), kindOf(false, true)]).toEqual([
      'UPLIFT',
      'CAPABILITY',
      'CAPABILITY',
    ])
    await expect(
      database.asOwner(
        `insert into "Assessment" (id, "moduleVersionId", "supplierId", kind, state, "openedAt", "movedAt") values ($1, $1, $1, 'OTHER', 'declared', now(), now())`,
        [newId()],
      ),
    ).rejects.toThrow(/assessment_kind/)
  })

  it('FA-05 evidence is public, for buyers, or for assessors, and nothing else', async () => {
    await expect(
      database.asOwner(
        `insert into "Evidence" (id, "moduleVersionId", title, sha256, visibility, "addedAt") values ($1, $1, 'x', '', 'FRIENDS', now())`,
        [newId()],
      ),
    ).rejects.toThrow(/evidence_visibility/)
  })

  it('FA-06 the cached standings are what the facts say when they are built again', async () => {
    await demoCatalogue()
    const cached = () => db.moduleStanding.findMany({ orderBy: { moduleVersionId: 'asc' } })
    const before = await cached()
    await refreshStandingsWithin(db, dayOf(noon))
    expect(await cached()).toEqual(before)
    const register = await listRegister(contextOf(visitor))
    const labels = register.ok ? register.value.rows.map((row) => row.label.words).sort() : []
    expect(before.map((row) => row.words).sort()).toEqual(labels)
  })
})
