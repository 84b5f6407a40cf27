import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { changeLabels, changeStates } from './change'
import { changeMachine } from './change-machine'
import { type ImpactFacts, impactOf, movesMore, needsChangeNotice } from './impact-rules'

const w10 = 3_731_238n
const large = { endsOn: '2028-02-29', yearlyPence: 10_000_000n, totalPence: 20_000_000n }
const facts: ImpactFacts = {
  kind: 'value',
  startsOn: '2026-03-01',
  capPence: null,
  first: large,
  present: large,
  proposed: large,
  gate: { gate: 'OPEN', because: [] },
  figures: {
    longestTerm: 36,
    valuePercent: 10n,
    termPercent: 10n,
    thresholdPence: 13_501_800n,
    thresholdBasis: 'gross',
    vatPercent: 20n,
    classIsSet: true,
  },
}
const withTotal = (totalPence: bigint) => ({ ...large, totalPence })

describe('the 10 % test (C3, W10)', () => {
  it.each([
    ['+373,123 p alone', w10, w10, w10 + 373_123n, false],
    ['+373,124 p alone', w10, w10, w10 + 373_124n, true],
    ['−373,123 p alone', w10, w10, w10 - 373_123n, false],
    ['−373,124 p alone', w10, w10, w10 - 373_124n, true],
    ['+200,000 p first', w10, w10, w10 + 200_000n, false],
    ['+180,000 p after it', w10, w10 + 200_000n, w10 + 380_000n, true],
    ['nothing moves', w10, w10 + 900_000n, w10 + 900_000n, false],
  ] as const)('%s: %s', (_, first, present, proposed, moves) => {
    expect(movesMore(first, present, proposed, 10n)).toBe(moves)
  })

  it('agrees with fractions in exact arithmetic, and small steps never hide a large move', () => {
    const pence = fc.bigInt({ min: 1n, max: 10n ** 12n })
    fc.assert(
      fc.property(pence, pence, pence, (first, present, proposed) => {
        const tenths = (from: bigint) => 10n * (proposed > from ? proposed - from : from - proposed) > from
        expect(movesMore(first, present, proposed, 10n)).toBe(
          proposed !== present && (tenths(first) || tenths(present)),
        )
      }),
    )
  })
})

describe('whether a change needs a UK10 (C3)', () => {
  it.each([
    ['12 % more', withTotal(22_400_000n), true],
    ['12 % less', withTotal(17_600_000n), true],
    ['10 % more', withTotal(22_000_000n), false],
    ['a term 10 % longer (73 of 731 days)', { ...large, endsOn: '2028-05-12' }, false],
    ['a term of a day more', { ...large, endsOn: '2028-05-13' }, true],
  ])('above threshold, %s: %s', (_, proposed, needs) => {
    expect(needsChangeNotice({ ...facts, proposed })).toBe(needs)
  })

  it('below threshold it needs none, but a change that lifts the contract to the threshold does', () => {
    const small = { ...large, totalPence: 11_251_499n } // £135,017.99 with VAT
    expect(needsChangeNotice({ ...facts, first: small, present: small, proposed: withTotal(8_000_000n) })).toBe(false)
    expect(needsChangeNotice({ ...facts, first: small, present: small, proposed: withTotal(11_251_500n) })).toBe(true)
  })
})

describe('K2: the figures are what is set', () => {
  const figures = (change: Partial<ImpactFacts['figures']>) => ({ ...facts, figures: { ...facts.figures, ...change } })
  it.each([
    ['another percentage of value', figures({ valuePercent: 13n }), withTotal(22_400_000n), false],
    ['another percentage of term', figures({ termPercent: 0n }), { ...large, endsOn: '2028-03-01' }, true],
    ['a higher threshold', figures({ thresholdPence: 99_000_000n }), withTotal(22_400_000n), false],
    [
      'a threshold without VAT',
      figures({ thresholdBasis: 'net', thresholdPence: 20_000_001n }),
      withTotal(20_000_000n),
      false,
    ],
  ])('%s', (_, given, proposed, needs) => {
    expect(needsChangeNotice({ ...given, proposed })).toBe(needs)
  })
  it('a longer term is allowed where it is set, and a class that is not set is told', () => {
    const term = { kind: 'term' as const, proposed: { ...large, endsOn: '2029-03-01' } }
    expect(impactOf({ ...figures({ longestTerm: 48 }), ...term }).against).toEqual([])
    expect(impactOf(figures({ classIsSet: false })).notes.join()).toContain('class of the payer is not set')
    expect(impactOf(facts).notes.join()).not.toContain('class of the payer')
  })
})

describe('what stands against a change', () => {
  it('the cap of the route on the running whole life (A6)', () => {
    const capped = { ...facts, capPence: 25_000_000n }
    expect(impactOf({ ...capped, proposed: withTotal(25_000_000n) }).against).toEqual([])
    expect(impactOf({ ...capped, proposed: withTotal(25_000_001n) }).against[0]).toMatch(/£250,000.01.*£250,000.00/)
    expect(impactOf({ ...facts, proposed: withTotal(99_000_000n) }).against).toEqual([])
  })

  it('the longest term (C2)', () => {
    const until = (endsOn: string) => impactOf({ ...facts, kind: 'term', proposed: { ...large, endsOn } }).against
    expect(until('2029-02-28')).toEqual([])
    expect(until('2029-03-01')[0]).toMatch('28 February 2029 at the latest')
  })

  it('a suspended or removed module neither grows nor is extended (H5); less is always possible', () => {
    const refused = { ...facts, gate: { gate: 'REFUSED' as const, because: ['The module is suspended'] } }
    expect(impactOf({ ...refused, proposed: withTotal(20_000_001n) }).against[0]).toMatch('The module is suspended')
    expect(impactOf({ ...refused, kind: 'sites' }).against).toHaveLength(1)
    expect(impactOf({ ...refused, kind: 'term', proposed: { ...large, endsOn: '2028-03-31' } }).against).toHaveLength(1)
    expect(impactOf({ ...refused, proposed: withTotal(19_000_000n) }).against).toEqual([])
  })
})

describe('the change machine', () => {
  it('has exactly these edges, reaches every state, and each has a label', () => {
    expect(edgesOf(changeMachine).map((e) => `${e.state} ${e.command} ${e.to} ${e.event}`)).toEqual([
      'proposed check impact-checked ChangeImpactChecked',
      'proposed reject rejected ChangeRejected',
      'impact-checked ask-funding impact-checked ChangeFundingAsked',
      'impact-checked fund funded ChangeFunded',
      'impact-checked reject rejected ChangeRejected',
      'funded sign-first funded ChangeSignedByOneSide',
      'funded sign signed ChangeSigned',
      'funded record-notice funded ChangeNoticeRecorded',
      'funded reject rejected ChangeRejected',
      'signed record-notice signed ChangeNoticeRecorded',
      'signed make-effective effective ChangeEffective',
      'signed reject rejected ChangeRejected',
    ])
    expect(unreachableStates(changeMachine, 'proposed')).toEqual([])
    expect(Object.keys(changeMachine)).toEqual([...changeStates])
    expect(changeStates.every((state) => changeLabels[state].words)).toBe(true)
  })
})
