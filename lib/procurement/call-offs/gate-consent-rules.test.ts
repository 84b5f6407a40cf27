import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstAct, type GateStep, pointsWithoutConsent } from './gate-consent-rules'

const asked = (gate: 'OPEN' | 'ACKNOWLEDGE' | 'WRITTEN_ACCEPTANCE' | 'HELD' | 'REFUSED', because: string[] = []) => ({
  gate,
  because,
  label: 'label',
  pausedUntil: null,
})
const noted = (...items: string[]) => ({ kind: 'acknowledged' as const, items })
const accepted = (...items: string[]) => ({ kind: 'accepted' as const, items })
const steps: GateStep[] = ['submit', 'approval', 'issue', 'signature']

describe('KO-01: what stands against an act', () => {
  it('an open gate stops nothing, a held or refused one stops everything, whatever was consented', () => {
    for (const step of steps) {
      expect(againstAct(asked('OPEN'), [], step)).toBeUndefined()
      expect(againstAct(asked('HELD', ['a']), [accepted('a')], step)).toContain('may not be bought now (label). a')
      expect(againstAct(asked('REFUSED', ['a']), [noted('a')], step)).toContain('may not be bought now')
    }
  })

  it('ACKNOWLEDGE: item by item; another reason needs another note', () => {
    const gate = asked('ACKNOWLEDGE', ['a', 'b'])
    expect(againstAct(gate, [noted('a')], 'submit')).toMatch(/Take note of each first: b$/)
    expect(againstAct(gate, [noted('a'), noted('b')], 'submit')).toBeUndefined()
    expect(againstAct(asked('ACKNOWLEDGE', ['a, and worse']), [noted('a')], 'signature')).toContain('a, and worse')
  })

  it('WRITTEN_ACCEPTANCE: a note does not do, and only the submission may come before it', () => {
    const gate = asked('WRITTEN_ACCEPTANCE', ['a'])
    expect(againstAct(gate, [], 'submit')).toBeUndefined()
    for (const step of steps.slice(1)) {
      expect(againstAct(gate, [noted('a')], step)).toContain('accept that in writing')
      expect(againstAct(gate, [accepted('a')], step)).toBeUndefined()
    }
  })

  it('orders rest after an accepted remediation plan, whatever was accepted', () => {
    const gate = { ...asked('WRITTEN_ACCEPTANCE', ['a']), pausedUntil: '2026-05-03' }
    expect(againstAct(gate, [], 'submit')).toBeUndefined()
    expect(againstAct(gate, [accepted('a')], 'approval')).toContain('3 May 2026')
  })

  it('more consents never leave more points open', () => {
    const item = fc.constantFrom('a', 'b', 'c')
    const consent = fc.record({
      kind: fc.constantFrom('acknowledged' as const, 'accepted' as const),
      items: fc.array(item),
    })
    fc.assert(
      fc.property(
        fc.constantFrom('ACKNOWLEDGE' as const, 'WRITTEN_ACCEPTANCE' as const),
        fc.uniqueArray(item),
        fc.array(consent),
        consent,
        (gate, because, given, more) => {
          const before = pointsWithoutConsent({ gate, because }, given)
          expect(before).toEqual(expect.arrayContaining(pointsWithoutConsent({ gate, because }, [...given, more])))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
