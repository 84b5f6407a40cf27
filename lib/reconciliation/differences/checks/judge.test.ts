import { describe, expect, it } from 'vitest'
import { allergy, changed, facts, finding, met, observation } from '@/lib/testing/reconciliation-findings'
import { judge } from './judge'

describe('who and whose', () => {
  const patient = { resourceType: 'Patient', name: [{ family: 'Gilroy' }], birthDate: '1990-01-01' }
  it('C02: every record of a patient who is on one side only, and one without a key', () => {
    expect(met(finding('patient-missing', observation))).toMatchObject({ C02: 'S1' })
    expect(met(finding('missing', patient))).toMatchObject({ C02: 'S1' })
    expect(met(finding('missing', observation))).not.toHaveProperty('C02')
  })
  it('C03: demographics of one key', () => {
    expect(changed(patient, { birthDate: '1990-01-02' })).toMatchObject({ C03: 'S1' })
    expect(changed(patient, { maritalStatus: { text: 'm' } })).not.toHaveProperty('C03')
  })
  it('C06: another patient is S1, and the first one lost what he had', () => {
    expect(met(finding('wrong-patient', allergy, allergy))).toMatchObject({ C06: 'S1', C09: 'S1' })
  })
  it('C07, C22: links, and authors that are not known', () => {
    const authored = { ...observation, performer: [{ reference: 'Practitioner/1' }] }
    expect(met(finding('link', authored, { ...authored, performer: [{ reference: 'Practitioner/2' }] }))).toMatchObject(
      { C07: 'S2', C22: 'S3' },
    )
    expect(changed(authored, { performer: [] })).toMatchObject({ C07: 'S2', C22: 'S3' })
    expect(
      changed({ resourceType: 'Practitioner', qualification: [{ code: { text: 'MRCGP' } }] }, { qualification: [] }),
    ).toMatchObject({ C22: 'S3', C05: 'S2', C13: 'S2' })
  })
  it('LK-03: a link that its neighbour explains counts under no check, but its author stays unknown (C22)', () => {
    const authored = { ...observation, performer: [{ reference: 'Practitioner/1' }] }
    const f = {
      ...finding('link', authored, { ...authored, performer: [{ reference: 'Practitioner/2' }] }),
      neighbour: true,
    }
    expect(judge(f, facts).severity).toBeUndefined()
    expect(met(f)).toEqual({ C22: 'S3' })
  })
  it('CK-00: every change counts at least under C05, whatever it is of', () => {
    expect(changed({ resourceType: 'Zettel', flag: true }, { flag: false })).toEqual({ C05: 'S2' })
    expect(changed({ resourceType: 'Zettel', flag: true }, { flag: null })).toEqual({ C05: 'S2' })
  })
})
