import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparisonOf, folderOf, profileOf, profileText } from '@/lib/testing/two-sides'
import { loadProfile } from './load-profile'
import { ruleSchema } from './rule-schema'

const common = { version: 1, type: 'Observation', side: 'source', reason: 'r', owner: 'o' }
/** A rule, with an example whose texts are the whole resources before and after. */
const rule = (fields: object, before: object, after: object) => ({
  id: 'R1',
  ...common,
  ...fields,
  examples: [{ before: { resourceType: 'Observation', ...before }, after: { resourceType: 'Observation', ...after } }],
})
function refusal(rules: object[], beside: Record<string, string> = {}, text = profileText(rules)): string {
  const loading = loadProfile(join(folderOf({ ...beside, 'profile.json': text }), 'profile.json'))
  return loading.ok ? 'none' : loading.because
}
const csv =
  'fromSystem,fromCode,toSystem,toCode,toDisplay\nread,C10,sct,73211009,Diabetes mellitus\nread,H33,sct,195967001,\n'
const table = { table: 'codes.csv', sha256: createHash('sha256').update(csv).digest('hex') }

describe('a profile', () => {
  const drop = (type: string, path: string) => ({
    ...common,
    id: 'R1',
    type,
    kind: 'drop',
    path,
    examples: [{ before: { resourceType: 'None' }, after: { resourceType: 'None' } }],
  })

  it('docs/reconciliation-rules.md shows a profile and a rule that are read as they stand', () => {
    const page = readFileSync('docs/reconciliation-rules.md', 'utf8')
    const [profile, shown] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text!)
    const whole = profile!.replace('"rules": []', `"rules": [${shown}]`)
    expect(refusal([], { 'patients.csv': 'source,target\n1,2\n' }, whole)).toBe('none')
    expect(refusal([], { 'patients.csv': 'source,target\n1,2\n' }, whole.replace('"mmol/L" } }', '"g" } }'))).toMatch(
      /examples.0/,
    )
    for (const kind of ruleSchema.options.map(({ shape }) => shape.kind.value))
      expect(page).toContain(`| \`${kind}\` |`)
  })

  it('NO-03: numbers of a rule and its examples are literal', async () => {
    const text = (from: string, before: string) =>
      profileText([rule({ kind: 'value', path: 'n', from: '@from', to: '@to' }, { n: '@before' }, { n: '@to' })])
        .replace('"@from"', from)
        .replaceAll('"@to"', '7.1')
        .replace('"@before"', before)
    expect(refusal([], {}, text('7.10', '7.10'))).toBe('none')
    expect(refusal([], {}, text('7.10', '7.100'))).toMatch(/^profile: rules.0 \(R1\): examples.0:/)
    expect(refusal([], {}, text('"7.10"', '7.10'))).toMatch(/examples.0/)
  })

  it('RU-01: is refused where an example does not come out, or there is none', () => {
    expect(refusal([rule({ kind: 'drop', path: 'note' }, { note: 1 }, { note: 1 })])).toBe(
      'profile: rules.0 (R1): examples.0: the rule does not make "after" of "before"',
    )
    expect(refusal([{ ...drop('Task', 'note'), examples: [] }])).toMatch(/^profile: rules.0.examples:/)
  })

  const guarded: [string, string][] = [
    ['*', 'resourceType'],
    ['Observation', 'subject'],
    ['Observation', 'subject.reference'],
    ['Immunization', 'patient'],
    ['Task', 'for'],
    ['Patient', 'identifier'],
    ['Patient', 'identifier.value'],
    ['Patient', 'identifier[system=https://fhir.nhs.uk/Id/nhs-number]'],
    ['*', 'identifier'],
    ['AllergyIntolerance', 'code'],
    ['AllergyIntolerance', 'code.coding'],
    ['AllergyIntolerance', 'code.coding.display'],
    ['AllergyIntolerance', 'clinicalStatus'],
    ['MedicationRequest', 'medicationReference'],
    ['MedicationRequest', 'dosageInstruction.text'],
    ['MedicationRequest', 'dispenseRequest'],
    ['MedicationStatement', 'dosage'],
    ['MedicationRequest', 'status'],
    ['*', 'status'],
    ['Consent', 'provision.type'],
    ['DocumentReference', 'content'],
    ['DocumentReference', 'content.attachment'],
    ['DocumentReference', 'content.attachment.hash'],
    ['Media', 'content.size'],
    ['Appointment', 'participant'],
  ]
  it.each(guarded)('RU-04: is refused where a rule drops from %s what is at %s', (type, path) => {
    expect(refusal([drop(type, path)])).toMatch(/^profile: rules.0 \(R1\): .* meets the /)
  })

  it('RU-04: may drop beside protected paths, and identifiers that no patient is known by', () => {
    const free = [
      ['MedicationRequest', 'note'],
      ['AllergyIntolerance', 'code.text'],
      ['Patient', 'identifier[system=local]'],
      ['DocumentReference', 'content.attachment.title'],
      ['Encounter', 'participant'],
    ]
    for (const [type, path] of free) expect(refusal([drop(type!, path!)])).toBe('none')
  })

  it('RU-04: no other kind and no new type name is a way round', () => {
    const bare = { ...drop('MedicationRequest', 'status'), examples: [{ before: {}, after: {} }] }
    for (const kind of [
      { kind: 'rename', to: 'was' },
      { kind: 'value', from: 'active', to: 'completed' },
      { kind: 'scale', factor: '10' },
      { kind: 'filter-coding', system: 's' },
      { kind: 'unordered' },
      { kind: 'rename', path: 'was', to: 'status' },
    ])
      expect(refusal([{ ...bare, ...kind }])).toMatch(/meets the protected path status/)
    expect(refusal([{ ...bare, kind: 'unit', from: 'active', to: 'completed' }])).toMatch(/must end in unit/)
    const { path, ...without } = bare
    const renamed = { ...without, id: 'R0', kind: 'type', to: 'Order' }
    expect(refusal([renamed, { ...bare, type: 'Order' }])).toMatch(/rules.1 \(R1\): status meets/)
  })

  it('RU-04: unit reaches nothing but quantities', async () => {
    const text = { path: 'clinicalStatus.coding.code', from: 'active', to: 'inactive' }
    const unit = rule({ type: 'AllergyIntolerance', kind: 'unit', ...text }, {}, {})
    const allergy = (code: string) => ({ resourceType: 'AllergyIntolerance', clinicalStatus: { coding: [{ code }] } })
    const patient = (system: string) => ({ resourceType: 'Patient', identifier: [{ system, value: '9434765919' }] })
    const hides = { type: 'Patient', kind: 'unit', path: 'identifier.system', from: 'x', to: 'y' }
    const hidden = await comparisonOf([patient('x')], [patient('y')], { profile: profileOf([rule(hides, {}, {})]) })
    expect(hidden.matched).toEqual({})
    expect(
      (await comparisonOf([allergy('active')], [allergy('inactive')], { profile: profileOf([unit]) })).matched,
    ).toEqual({})
  })

  it('RU-05: is refused for an unknown key, an unknown kind, an id that stands twice', () => {
    const good = rule({ kind: 'drop', path: 'note' }, { note: 1 }, {})
    expect(refusal([{ ...good, pth: 'x' }])).toMatch(/^profile: rules.0: .*pth/)
    expect(refusal([{ ...good, kind: 'forget' }])).toMatch(/^profile: rules.0.kind:/)
    expect(refusal([{ ...good, path: 'a..b' }])).toMatch(/^profile: rules.0.path: must be field names/)
    expect(refusal([good, good])).toBe('profile: rules.1 (R1): this id stands before')
    expect(refusal([], {}, profileText().replace('"rules"', '"rulez"'))).toMatch(/^profile: rules/)
    expect(refusal([], {}, '{\n"version":1,\n"version":1}')).toBe(
      'profile: line 3: A key stands twice in one object (E-DUPKEY)',
    )
    expect(refusal([], {}, profileText().replace('"2026-03-02T00:00:00Z"', 'null'))).toMatch(/^profile: asOf:/)
  })

  it('is refused for a table that is missing, changed, or has a code twice', () => {
    const before = { code: { coding: [{ system: 'read', code: 'C10' }] } }
    const after = { code: { coding: [{ system: 'sct', code: '73211009', display: 'Diabetes mellitus' }] } }
    const mapped = rule({ kind: 'map-code', path: 'code.coding', ...table }, before, after)
    expect(refusal([mapped])).toBe('profile: rules.0 (R1): table: the file cannot be read as CSV (ENOENT)')
    expect(refusal([mapped], { 'codes.csv': `${csv} ` })).toMatch(/another SHA-256|cannot be read/)
    const twice = `${csv}read,C10,sct,1,\n`
    const sha256 = createHash('sha256').update(twice).digest('hex')
    expect(refusal([{ ...mapped, sha256 }], { 'codes.csv': twice })).toMatch(
      /row 3: this code stands in the table already/,
    )
  })

  it('ID-01: is refused where the map names a patient twice', () => {
    const text = profileText([], { patientMap: 'map.csv' })
    expect(refusal([], { 'map.csv': 'source,target\na,1\nb,1\n' }, text)).toBe(
      'profile: identity.patientMap: row 2: this id stands in the map already',
    )
    expect(refusal([], { 'map.csv': 'source,target\na,\n' }, text)).toMatch(
      /row 1: the column target is missing or empty/,
    )
  })
})
