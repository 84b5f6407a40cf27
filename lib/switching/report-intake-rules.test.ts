import { describe, expect, it } from 'vitest'
import type { SignedReport } from '@/lib/reconciliation/report'
import { buildSignedReport } from '@/lib/testing/build-report'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { holdsNhsNumber } from './free-text-rules'
import { type IntakeFacts, intakeProblem, listedTools } from './report-intake-rules'
import { acceptDifferenceInput, reasonInput } from './switch-schema'

const manifest = (side: 'source' | 'target', sha256: string) => ({
  id: side,
  phase: 'trial-1',
  side,
  sha256,
  supplierId: 's',
  signedById: 'x',
  signedAt: new Date('2026-03-02T09:00:00Z'),
})
const started = new Date('2026-03-02T10:00:00Z')
const facts: IntakeFacts = {
  now: new Date('2026-03-02T11:00:00Z'),
  tools: listedTools,
  source: manifest('source', 'a'.repeat(64)),
  target: manifest('target', 'b'.repeat(64)),
}
const { signingKeyPem } = newSigningKeys()
const report = buildSignedReport(
  {
    kind: 'trial',
    sourceManifestSha256: 'a'.repeat(64),
    targetManifestSha256: 'b'.repeat(64),
    startedAt: started,
  },
  signingKeyPem,
)
const fault = { code: 'E-JSON', side: 'source' as const, file: '9434765919.ndjson', line: 1, byte: 1, message: 'x' }

describe('taking a report in (RP-04)', () => {
  it('has nothing against a genuine one', () => {
    expect(intakeProblem(report, facts)).toBeUndefined()
  })

  it.each<[RegExp, Partial<SignedReport>, Partial<IntakeFacts>]>([
    [/not on the authority's list/, {}, { tools: [] }],
    [/not on the authority's list/, { tool: { ...report.tool, version: '0.1.1' } }, {}],
    [/not both signed/, {}, { source: undefined }],
    [/not both signed/, {}, { target: undefined }],
    [/another extract/, { source: { ...report.source, manifestSha256: 'c'.repeat(64) } }, {}],
    [/another extract/, { source: { ...report.source, manifestSha256: null } }, {}],
    [/another load/, {}, { target: manifest('target', 'd'.repeat(64)) }],
    [/before both manifests/, {}, { source: { ...manifest('source', 'a'.repeat(64)), signedAt: started } }],
    [/before both manifests/, {}, { target: { ...manifest('target', 'b'.repeat(64)), signedAt: started } }],
    [/ends in the future/, { finishedAt: '2026-03-02T11:00:01Z' }, {}],
    [/do not add up/, { complete: true }, {}],
    [/faulty input/, { verdict: 'invalid-input', errors: [{ ...fault, file: 'a' }] }, {}],
  ])('refuses: %s', (because, change, other) => {
    expect(intakeProblem({ ...report, ...change }, { ...facts, ...other })).toMatch(because)
  })
})

describe('no NHS number in free text (SW-06)', () => {
  it.each([
    ['Patient 9434765919 was lost', true],
    ['Patient 943 476 5919 was lost', true],
    ['943-476-5919', true],
    ['Patient 9434765918 was lost', false],
    ['Call 01632960123 or 12345678901', false],
    ['a9434765919f', false],
    ['', false],
  ])('"%s": %s', (text, holds) => {
    expect(holdsNhsNumber(text)).toBe(holds)
  })

  it('is refused wherever a reason is asked for, and a reason has 30 to 2,000 characters (SW-07)', () => {
    const id = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
    const parse = (reason: string) => reasonInput.safeParse({ id, version: 1, reason }).success
    expect(parse('The trial lost every allergy of a branch surgery')).toBe(true)
    expect(parse('The trial lost every allergy of 943 476 5919')).toBe(false)
    expect(parse('Too short')).toBe(false)
    expect(parse('x'.repeat(2_001))).toBe(false)
    const more = { id, version: 1, reportId: id, checkId: 'C15', hazardId: 'H0', reason: 'x'.repeat(40) }
    expect(acceptDifferenceInput.safeParse(more).success).toBe(false)
    expect(acceptDifferenceInput.safeParse({ ...more, hazardId: 'H11' }).success).toBe(true)
  })
})
