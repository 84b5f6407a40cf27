import { describe, expect, it } from 'vitest'
import {
  acute,
  allergy,
  appointment,
  changed,
  document,
  finding,
  met,
  observation,
  read,
  repeat,
  snomed,
  task,
} from '@/lib/testing/reconciliation-findings'

describe('C08: active repeat medication field by field', () => {
  it.each<[string, object]>([
    ['drug', { medicationCodeableConcept: { coding: [read], text: 'Atenolol 50mg tablets' } }],
    ['an extension lost inside the dosage', { dosageInstruction: [{ text: 'One daily' }] }],
    [
      'quantity',
      { dispenseRequest: { ...repeat.dispenseRequest, quantity: { value: 56, unit: 'tablet', code: '428673006' } } },
    ],
    ['repeats', { dispenseRequest: { quantity: repeat.dispenseRequest.quantity } }],
    ['status', { status: 'stopped' }],
  ])('counts a changed %s as S1', (_, change) => {
    expect(changed(repeat, change)).toMatchObject({ C05: 'S1', C08: 'S1' })
  })
  it('leaves an acute item and a note to C05', () => {
    expect(changed(acute, { status: 'completed' })).not.toHaveProperty('C08')
    const noted = changed(repeat, { note: [{ text: 'x' }] })
    expect(noted).toMatchObject({ C05: 'S1' })
    expect(noted).not.toHaveProperty('C08')
  })
  it('counts one that became active, one put in and one lost, and a copy under C19', () => {
    expect(met(finding('altered', { ...repeat, status: 'completed' }, repeat))).toMatchObject({ C08: 'S1' })
    expect(met(finding('added', undefined, repeat))).toMatchObject({ C08: 'S1', C05: 'S1' })
    expect(met(finding('missing', repeat))).toMatchObject({ C08: 'S1' })
    expect(met(finding('duplicate', undefined, repeat))).toMatchObject({ C19: 'S1' })
    expect(met(finding('duplicate', undefined, observation))).toMatchObject({ C19: 'S2' })
  })
})

describe('C09, C10: codings', () => {
  it.each<[string, object]>([
    ['a coding dropped beside the text', { code: { coding: [read], text: 'Penicillin' } }],
    ['its status in R4 or STU3', { clinicalStatus: 'inactive' }],
    ['its verification', { verificationStatus: undefined }],
    ['a reaction', { reaction: [] }],
  ])('C09: an allergy degraded in %s is S1', (_, change) => {
    expect(changed(allergy, change)).toMatchObject({ C05: 'S1', C09: 'S1' })
  })
  it('C10: S1 on what is active, S2 on the rest, none where a coding is only added or renamed', () => {
    const problem = {
      resourceType: 'Condition',
      clinicalStatus: { coding: [{ code: 'active' }] },
      code: { coding: [snomed, read] },
    }
    const less = { code: { coding: [snomed] } }
    expect(changed(problem, less)).toMatchObject({ C10: 'S1' })
    expect(changed({ ...problem, clinicalStatus: 'resolved' }, less)).toMatchObject({ C10: 'S2' })
    expect(
      changed({ ...problem, code: { coding: [snomed] } }, { code: { coding: [snomed, read] } }),
    ).not.toHaveProperty('C10')
    expect(
      changed({ ...problem, code: { coding: [snomed] } }, { code: { coding: [{ ...snomed, display: 'MI' }] } }),
    ).not.toHaveProperty('C10')
    expect(met(finding('missing', problem))).toMatchObject({ C10: 'S1' })
  })
})

describe('C11: attachments', () => {
  it.each<[string, object]>([
    ['size', { size: 999 }],
    ['hash', { hash: 'b3RoZXI=' }],
    ['type', { contentType: 'text/plain' }],
    ['title', { title: 'Other' }],
  ])('counts a changed %s as S1', (_, change) => {
    expect(
      changed(document, { content: [{ attachment: { ...document.content[0]!.attachment, ...change } }] }),
    ).toMatchObject({ C11: 'S1' })
  })
  it('sees one in a type nobody knows, at any depth, and one that is gone', () => {
    const strange = { resourceType: 'Zettel', inner: [{ scan: { contentType: 'image/png', size: 10, hash: 'x' } }] }
    expect(changed(strange, { inner: [{ scan: { contentType: 'image/png', size: 11, hash: 'x' } }] })).toMatchObject({
      C11: 'S1',
      C14: 'S1',
      C05: 'S2',
    })
    expect(met(finding('missing', strange))).toMatchObject({ C11: 'S1' })
    expect(
      changed({ resourceType: 'Patient', photo: [{ contentType: 'image/png', url: 'a' }] }, { photo: [] }),
    ).toMatchObject({ C11: 'S1' })
  })
})

describe('C16 to C18: what waits, what is shared', () => {
  it('C16: a task closed, moved to nobody, or gone; not one that was closed before', () => {
    expect(changed(task, { status: 'completed' })).toMatchObject({ C16: 'S1', C05: 'S1' })
    expect(changed(task, { owner: undefined })).toMatchObject({ C16: 'S1' })
    expect(met(finding('missing', { ...task, status: 'completed' }))).toEqual({ C05: 'S2' })
  })
  it('C16: "future" is after the profile’s instant', () => {
    expect(met(finding('missing', appointment))).toMatchObject({ C16: 'S1', C05: 'S1' })
    expect(met(finding('missing', { ...appointment, start: '2026-03-02T08:59:00Z' }))).toEqual({ C05: 'S2' })
    expect(changed(appointment, { start: '2026-03-03T09:30:00Z' })).toMatchObject({ C16: 'S1', C15: 'S2' })
    expect(met(finding('missing', { ...observation, status: 'preliminary' }))).toMatchObject({ C16: 'S1' })
  })
  it.each(['ReferralRequest', 'ServiceRequest', 'ProcedureRequest', 'CarePlan'])(
    'C17: a %s in flight lost, or its date changed',
    (resourceType) => {
      const plan = { resourceType, status: 'active', occurrenceDateTime: '2026-05-01' }
      expect(met(finding('missing', plan))).toMatchObject({ C17: 'S2' })
      expect(changed(plan, { occurrenceDateTime: '2026-06-01' })).toMatchObject({ C17: 'S2', C15: 'S2' })
      expect(met(finding('missing', { ...plan, status: 'completed' }))).not.toHaveProperty('C17')
    },
  )
  it('C18: any change of a consent, a security label of any record, an opt-out in an extension', () => {
    expect(
      changed(
        { resourceType: 'Consent', status: 'active', provision: { type: 'deny' } },
        { provision: { type: 'permit' } },
      ),
    ).toMatchObject({ C18: 'S1', C05: 'S1' })
    expect(met(finding('added', undefined, { resourceType: 'Consent' }))).toMatchObject({ C18: 'S1' })
    expect(changed({ ...observation, meta: { security: [{ code: 'R' }] } }, { meta: { security: [] } })).toMatchObject({
      C18: 'S1',
    })
    expect(
      changed(
        { resourceType: 'Patient', extension: [{ url: 'https://x/Opt-Out', valueBoolean: true }] },
        { extension: [] },
      ),
    ).toMatchObject({ C18: 'S1' })
  })
})
