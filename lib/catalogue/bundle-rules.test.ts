import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BundleCheck, checkBundle, type Offer, offersOf } from './bundle-rules'
import type { ModuleView } from './module-view'

const offer = (id: string, over: Partial<Offer> = {}): Offer => ({
  id,
  capabilities: [],
  proven: [],
  requires: [],
  conflicts: [],
  version: '1.0.0',
  requiresModules: [],
  ...over,
})
const a = offer('A', { requires: ['C13'] })
const b = offer('B', { capabilities: ['C13'], conflicts: ['C'] })
const c = offer('C', { capabilities: ['C13'], proven: ['C13'] })
const whole = (check: BundleCheck) =>
  check.missing.length === 0 && check.missingModules.length === 0 && check.conflicts.length === 0

describe('checkBundle', () => {
  it('DEP-2 A requires C13; B and C offer it; B conflicts C', () => {
    expect(checkBundle([a]).missing).toEqual([{ module: 'A', capability: 'C13' }])
    expect([whole(checkBundle([a, b])), whole(checkBundle([a, c]))]).toEqual([true, true])
    expect(checkBundle([a, b, c])).toMatchObject({ missing: [], conflicts: [['B', 'C']] })
  })

  it('DEP-1 a conflict is true both ways, whoever says it', () => {
    expect(checkBundle([c, b]).conflicts).toEqual([['C', 'B']])
  })

  it('DEP-2 mutual needs can be met', () => {
    const x = offer('X', { capabilities: ['C5'], requires: ['C13'] })
    const y = offer('Y', { capabilities: ['C13'], requires: ['C5'] })
    expect(whole(checkBundle([x, y]))).toBe(true)
  })

  it('DEP-2 a need met by a claim alone is unproven', () => {
    expect(checkBundle([a, b]).unproven).toEqual([{ module: 'A', capability: 'C13' }])
    expect(checkBundle([a, c]).unproven).toEqual([])
  })

  it('DEP-2 names the foundation capabilities that nobody offers', () => {
    expect(checkBundle([a, b]).uncovered).toEqual(['C5', 'C11', 'C12', 'C14', 'C15'])
    expect(checkBundle([]).uncovered).toEqual(['C5', 'C11', 'C12', 'C13', 'C14', 'C15'])
  })

  it('DEP-1 a module needed by name: one of several will do, an older version will not, a claim alone is unproven', () => {
    const target = { oneOf: ['Y', 'Z'], minimumVersion: '2.0.0', backed: ['Z'] }
    const x = offer('X', { requiresModules: [target] })
    const [y, z] = [offer('Y', { version: '2.1.0' }), offer('Z', { version: '1.10.0' })]
    expect(checkBundle([x]).missingModules).toMatchObject([{ module: 'X', oneOf: ['Y', 'Z'], older: [] }])
    expect(checkBundle([x, z]).missingModules[0]!.older).toEqual([{ id: 'Z', version: '1.10.0' }])
    expect(checkBundle([x, y, z])).toMatchObject({ missingModules: [], unprovenModules: [{ module: 'X' }] })
    expect(checkBundle([x, { ...z, version: '2' }])).toMatchObject({ missingModules: [], unprovenModules: [] })
    expect(
      whole(checkBundle([x, { ...y, requiresModules: [{ oneOf: ['X'], minimumVersion: null, backed: [] }] }])),
    ).toBe(true)
  })

  it('bundle-check-matches-brute-force', () => {
    const capabilities = ['C5', 'C11', 'C12', 'C13', 'C14', 'C15', 'C40']
    const ids = ['A', 'B', 'C', 'D', 'E', 'F']
    const some = fc.subarray(capabilities)
    const version = fc.constantFrom('1.0.0', '1.9.0', '1.10.0', '2')
    const age = { '1.0.0': 1, '1.9.0': 2, '1.10.0': 3, '2': 4 } as Record<string, number>
    const set = fc.subarray(ids).chain((chosen) =>
      fc.tuple(
        ...chosen.map((id) =>
          fc
            .record({
              capabilities: some,
              proven: some,
              requires: some,
              conflicts: fc.subarray(ids.filter((i) => i !== id)),
              version,
              requiresModules: fc.array(
                fc
                  .record({
                    oneOf: fc.subarray(
                      ids.filter((i) => i !== id),
                      { minLength: 1 },
                    ),
                    minimumVersion: fc.option(version),
                    trusts: fc.subarray(ids),
                  })
                  .map(({ trusts, ...target }) => ({
                    ...target,
                    backed: target.oneOf.filter((i) => trusts.includes(i)),
                  })),
                { maxLength: 3 },
              ),
            })
            .map((o) => ({ id, ...o, proven: o.proven.filter((p) => o.capabilities.includes(p)) })),
        ),
      ),
    )
    fc.assert(
      fc.property(set, (chosen) => {
        const check = checkBundle(chosen)
        const missing = new Set(check.missing.map((n) => n.module + n.capability))
        const unproven = new Set(check.unproven.map((n) => n.module + n.capability))
        for (const one of chosen)
          for (const capability of capabilities) {
            let [isOffered, isProven] = [false, false]
            for (const other of chosen) {
              if (other.capabilities.includes(capability)) isOffered = true
              if (other.proven.includes(capability)) isProven = true
            }
            const isNeeded = one.requires.includes(capability)
            expect(missing.has(one.id + capability)).toBe(isNeeded && !isOffered)
            expect(unproven.has(one.id + capability)).toBe(isNeeded && isOffered && !isProven)
            expect(check.uncovered.includes(capability)).toBe(capability !== 'C40' && !isOffered)
          }
        const named = chosen.flatMap((one) => one.requiresModules.map((target) => ({ module: one.id, target })))
        const [lacking, doubtful]: unknown[][] = [[], []]
        for (const { module, target } of named) {
          let [isThere, isSure] = [false, false]
          const older: { id: string; version: string }[] = []
          for (const other of chosen) {
            if (!target.oneOf.includes(other.id)) continue
            if (target.minimumVersion && age[other.version]! < age[target.minimumVersion]!) older.push(other)
            else {
              isThere = true
              if (target.backed.includes(other.id)) isSure = true
            }
          }
          const { oneOf, minimumVersion } = target
          const need = { module, oneOf, minimumVersion, older: older.map((o) => ({ id: o.id, version: o.version })) }
          if (!isThere) lacking!.push(need)
          else if (!isSure) doubtful!.push(need)
        }
        expect([check.missingModules, check.unprovenModules]).toEqual([lacking, doubtful])
        let pairs = 0
        for (const one of chosen)
          for (const other of chosen) {
            if (one.id >= other.id) continue
            const clash = one.conflicts.includes(other.id) || other.conflicts.includes(one.id)
            if (clash) pairs++
            expect(check.conflicts.some((p) => p.includes(one.id) && p.includes(other.id))).toBe(clash)
          }
        expect(check.conflicts).toHaveLength(pairs)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what a module offers', () => {
  const view = (kind: string, failed: string[]) =>
    ({
      id: 'm',
      standing: { kind },
      supplier: { id: 's' },
      listing: { version: '1.0.0', capabilities: [{ id: 'C5' }, { id: 'C13' }], requires: ['C14'] },
      metCapabilityIds: ['C5'],
      failedCapabilityIds: failed,
    }) as unknown as ModuleView

  it('CAT-2 leaves out what was found to fail, and CAT-1 a suspended module whole', () => {
    expect(offersOf([view('conformant', ['C13'])])).toEqual([
      {
        id: 'm',
        version: '1.0.0',
        capabilities: ['C5'],
        proven: ['C5'],
        requires: ['C14'],
        requiresModules: [],
        conflicts: [],
      },
    ])
    expect(offersOf([view('suspended', [])])).toEqual([])
  })
})
