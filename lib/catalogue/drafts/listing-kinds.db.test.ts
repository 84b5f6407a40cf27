import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf as ctx, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { declaration } from '@/prisma/factories/declaration'
import { sectionForms } from '@/prisma/factories/listing'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveListing } from './approve-listing'
import { saveSection } from './save-section'
import { startDraft } from './start-draft'
import { startReview } from './start-review'
import { submitListing } from './submit-listing'

useDatabase()
const today = dayOf(noon)
let made: MadeModule
let [editor, signatory, reviewer]: [Actor, Actor, Actor] = [] as never

const at = async (id: string) => ({
  id,
  version: (await db.listingDraft.findUniqueOrThrow({ where: { id } })).version,
})
const save = async (id: string, section: string, raw: Record<string, string | string[]>) =>
  saveSection(ctx(editor), { ...(await at(id)), section, raw })

beforeEach(async () => {
  made = await module.conformant({ name: 'Alpha' })
  editor = await person.editor(made.supplierId)
  signatory = await person.signatory(made.supplierId)
  reviewer = await person.with('reviewer', (await organisation.authority()).id)
  await declaration.passed(made.supplierId)
})

describe('what a listing may be and claim', () => {
  it('CAP-2 claims no expired capability and no inactive epic anew', async () => {
    const row = { category: 'Test', absent: false }
    await db.capability.createMany({
      data: [
        { ...row, id: 'C5', name: 'Appointments', status: 'effective' },
        { ...row, id: 'C19', name: 'Documents of old', status: 'expired' },
      ],
    })
    await db.epic.createMany({ data: [{ id: 'E00009', title: 'Gone', active: false, supplierDefined: false }] })
    await db.capabilityEpic.createMany({ data: [{ capabilityId: 'C5', epicId: 'E00009', level: 'MUST' }] })
    const { id } = await value(
      startDraft(ctx(editor), { moduleId: made.moduleId, supplierId: made.supplierId, moduleVersion: '1.0.0' }),
    )
    expect(await because(save(id, 'capabilities', { capabilityIds: ['C5', 'C19'] }))).toContain('has expired')
    const gone = { capabilityIds: ['C5'], 'C5-met': ['E00009'] }
    expect(await because(save(id, 'capabilities', gone))).toContain('E00009')
    expect(await answer(save(id, 'capabilities', { capabilityIds: ['C5'] }))).toBe('done')
  })

  it('LST-2 of an associated service is submitted with P10, P14 and P24, and published as one', async () => {
    const { supplierId } = made
    const { id } = await value(
      startDraft(ctx(editor), { moduleId: '', supplierId, moduleVersion: '1.0.0', product: 'associated-service' }),
    )
    expect(await because(submitListing(ctx(signatory), await at(id)))).not.toContain('Capabilities')
    const yearly = { ...sectionForms.prices!, 'p0-basis': 'declarative' }
    expect(await because(save(id, 'prices', yearly))).toContain('PRC-2')
    await value(save(id, 'prices', { ...yearly, 'p0-period': 'none' }))
    const named = { ...sectionForms.description!, pilot: '', link: '', accessibility: '' }
    for (const [slug, raw] of [
      ['description', named],
      ['supplier', sectionForms.supplier!],
    ] as const)
      await value(save(id, slug, raw))
    await value(submitListing(ctx(signatory), await at(id)))
    await value(startReview(ctx(reviewer), await at(id)))
    await value(approveListing(ctx(reviewer), { ...(await at(id)), publishOn: today }))
    const { listingVersionId } = await db.listingDraft.findUniqueOrThrow({ where: { id } })
    const { kind } = await db.listingVersion.findUniqueOrThrow({ where: { id: listingVersionId! } })
    expect(kind).toBe('associated-service')
  })
})
