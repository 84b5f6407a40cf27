import { describe, expect, it } from 'vitest'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { system, visitor } from '@/lib/platform/actor'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { importerOf } from '@/lib/worker/imports/importers'
import { demoCatalogue } from '@/prisma/factories/catalogue'
import { module } from '@/prisma/factories/module'
import { demoModuleId, demoModules, demoModuleVersionId, seedCatalogue } from '@/prisma/seed/seed-catalogue'
import { getGate } from '../get-gate'
import { refreshStandings } from '../refresh-module-standing'
import { refreshStandingsWhenImported } from '../refresh-standings-when-imported'
import { getConformance, getRegisterEntry, listRegister } from './get-register-entry'

useDatabase()
const ctx = contextOf(visitor)

describe('the register', () => {
  it('derives every label of the demonstration from its facts', async () => {
    await demoCatalogue()
    const listed = await listRegister(ctx)
    if (!listed.ok) throw new Error('refused')
    const kindOf = (name: string) => listed.value.rows.find((row) => row.name === name)?.label.kind
    const expected = {
      conformant: 'conformant',
      'evidence-ends-soon': 'conformant-until',
      'work-off': 'work-off',
      remediation: 'remediation',
      breached: 'not-conformant',
      lapsed: 'not-conformant',
      gaps: 'not-assessed',
      unlisted: 'not-assessed',
      suspended: 'suspended',
    }
    expect(demoModules.map((m) => [m.name, kindOf(m.name)])).toEqual(
      demoModules.map((m) => [m.name, expected[m.situation]]),
    )
    expect(demoModules.length).toBeGreaterThanOrEqual(30)
    expect(new Set(demoModules.map((m) => m.supplier)).size).toBeGreaterThanOrEqual(10)
    for (const capability of ['C5', 'C11', 'C12', 'C13', 'C14', 'C15'])
      expect(demoModules.filter((m) => m.capabilities.includes(capability)).length).toBeGreaterThan(4)

    const six = ['C5', 'C11', 'C12', 'C13', 'C14', 'C15']
    const gateOf = async (name: string) => (await getGate(db, demoModuleVersionId(name), six, '2026-03-02')).gate
    expect(await gateOf('OpenPath Record')).toBe('OPEN')
    expect(await gateOf('Meridian Practice')).toBe('OPEN')
    expect(await gateOf('Stonebridge GP')).toBe('ACKNOWLEDGE')
    expect(await gateOf('Tamar One')).toBe('HELD')
    expect(await gateOf('Fernhill Practice Suite')).toBe('REFUSED')

    const events = await db.event.count()
    await seedCatalogue(db, contextOf(system))
    expect(await db.event.count()).toBe(events)
    const conformance = await getConformance(ctx, demoModuleVersionId('Brightwater Record View'))
    expect(conformance?.capabilities).toEqual([
      { id: 'C33', result: 'failed' },
      { id: 'C4', result: 'met' },
    ])
    const { capabilities } = await getReferenceNames(visitor)
    expect([capabilities.C13, capabilities.C5, capabilities.C41].map((c) => c?.mustEpicIds.length)).toEqual([29, 11, 0])
    const before = await getRegisterEntry(ctx, demoModuleId('OpenPath Record'), '3.2.0', { asOf: '2020-01-01' })
    expect(before.ok && before.value.label.words).toBe('Not assessed')
  })

  it('importing the public list of newer versions does not lapse the demonstration', async (test) => {
    const file = 'reference/standards-versions-confluence.csv'
    if (!sharedData(file)) return test.skip('skipped: no shared data')
    const bytes = sharedBytes(file)
    await demoCatalogue()
    const imported = await importFile(contextOf(system), importerOf('standard-versions')!, { name: 'versions', bytes })
    expect(imported.ok && imported.value.state).toBe('applied')
    const six = ['C5', 'C11', 'C12', 'C13', 'C14', 'C15']
    const gate = await getGate(db, demoModuleVersionId('OpenPath Record'), six, '2026-03-02')
    expect([gate.label, gate.gate, gate.because]).toEqual(['Conformant', 'OPEN', []])
    await db.moduleStanding.updateMany({ data: { words: 'Old' } })
    const event = await db.event.findFirstOrThrow({ where: { name: 'ImportApplied' }, orderBy: { id: 'desc' } })
    const stored = { ...event, about: { type: event.aboutType, id: event.aboutId }, from: null, to: null }
    await refreshStandingsWhenImported(contextOf(system), { ...stored, data: event.data as Record<string, unknown> })
    expect(await db.moduleStanding.count({ where: { words: 'Old' } })).toBe(0)
  })

  it('a standing past its last day is derived again by time, others are left alone', async () => {
    const [stale, fresh] = [await module.conformant(), await module.conformant()]
    const standing = (id: string) => db.moduleStanding.findUniqueOrThrow({ where: { moduleVersionId: id } })
    await db.moduleStanding.update({
      where: { moduleVersionId: stale.moduleVersionId },
      data: { until: new Date('2026-03-01'), words: 'Old' },
    })
    await db.moduleStanding.update({ where: { moduleVersionId: fresh.moduleVersionId }, data: { words: 'Kept' } })
    await refreshStandings(contextOf(system))
    expect((await standing(stale.moduleVersionId)).words).toBe('Conformant')
    expect((await standing(fresh.moduleVersionId)).words).toBe('Kept')
  })

  it('RG-02 shows a past day as it was then, byte for byte; refuses a future or malformed one', async () => {
    const made = await module.conformant()
    const at = (asOf?: string) => getRegisterEntry(ctx, made.moduleId, '1.0.0', { asOf })
    const then = canonicalJson(await at('2026-02-01'))
    await db.officerDecision.create({
      data: {
        id: '00000000-0000-4000-8000-0000000000dd',
        moduleVersionId: made.moduleVersionId,
        kind: 'SUSPEND',
        reason: 'A reason of more than twenty characters',
        effectiveFrom: new Date('2026-03-02'),
        madeOn: new Date('2026-03-02'),
        madeById: '00000000-0000-4000-8000-00000000000a',
        secondedById: '00000000-0000-4000-8000-00000000000b',
        recordedAt: new Date('2026-03-02'),
      },
    })
    expect(canonicalJson(await at('2026-02-01'))).toBe(then)
    expect(then).toContain('"words":"Conformant"')
    expect(await at()).toMatchObject({ value: { label: { words: 'Suspended' } } })
    for (const bad of ['2026-03-03', '2026-02-30', 'yesterday'])
      expect(await at(bad)).toMatchObject({ refusal: { kind: 'invalid' } })
    expect(await getRegisterEntry(ctx, made.moduleId, '9.9.9')).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await getRegisterEntry(ctx, 'x', '1.0.0')).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})
