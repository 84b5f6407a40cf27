import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRoutes } from '@/lib/catalogue/frameworks/route'
import { actorWith } from '@/lib/testing/context'
import { agreedSheet, type Competition, type Element, type Score } from './competition'
import { mayOffer, mayScore, maySeeCompetition } from './competition-policy'
import { criteriaInput, scoresForm } from './competition-schema'
import { criteriaOf, criteriaProblems } from './criteria-rules'
import { offeredPrices, offerOf, parseUnitPrice } from './offer-rules'
import { areAllIn, isValueOf, missingToClose, newestScores, scoreOn } from './sheet-rules'

const route = defaultRoutes({
  directAwardCap: 1n,
  competitionCap: 1n,
  leastPriceWeight: 30,
  greatestPriceWeight: 90,
}).competition
const implementation = (weight: number): Element => ({ kind: 'implementation', weight, text: 'Soon' })
const features = (weight: number): Element => ({
  kind: 'features',
  weight,
  features: [
    { id: 'must-1', text: 'Letters', level: 'must' },
    { id: 'should-1', text: 'More', level: 'should' },
  ],
})
const person = (id: string, conflict: boolean | null, released = false) => ({
  id,
  personId: `person-${id}`,
  invitedById: 'x',
  invitedAt: new Date(0),
  releasedAt: released ? new Date(1) : null,
  releasedReason: released ? 'gone' : null,
  interest: conflict === null ? null : { conflict, statement: 'none', declaredAt: new Date(0) },
})
const competition = (given: Partial<Competition> = {}): Competition => ({
  id: 'c',
  projectId: 'p',
  organisationId: 'practice',
  priceWeight: 60,
  elements: [features(50), implementation(50)],
  openedAt: new Date(0),
  deadlineAt: new Date(0),
  offerDays: 90,
  offersClosedAt: new Date(0),
  scoresOpenedAt: null,
  entrants: [
    { entryId: 'a', supplierId: 'sa' },
    { entryId: 'b', supplierId: 'sb' },
  ],
  evaluators: [person('one', false), person('torn', true), person('late', null), person('gone', false, true)],
  ...given,
})
const whole = (sheet: string, but?: string): Score[] =>
  ['a', 'b'].flatMap((entryId) =>
    ['must-1', 'features', 'implementation']
      .filter((id) => `${entryId}/${id}` !== but)
      .map((criterionId) => ({
        entryId,
        criterionId,
        sheet,
        number: 1,
        value: 1,
        reason: 'r',
        evaluatorId: 'one',
        givenAt: new Date(0),
      })),
  )

describe('COM-2, COM-3: weights', () => {
  const wrong = (priceWeight: number, ...elements: Element[]) =>
    Object.keys(criteriaProblems({ priceWeight, elements }, route, 5))
  it.each([
    [60, [features(50), implementation(50)], []],
    [100, [], []],
    [100, [features(100)], ['priceWeight']],
    [25, [features(100)], ['priceWeight']],
    [95, [features(100)], ['priceWeight']],
    [62, [features(100)], ['priceWeight']],
    [60, [features(55), implementation(50)], ['weight-features']],
    [60, [], ['weight-features']],
    [60, [features(52), implementation(48)], ['weight-features', 'weight-implementation']],
  ] as const)('%s with %j: %j', (price, elements, fields) => expect(wrong(price, ...elements)).toEqual(fields))

  it('the form: an element counts where it has a weight, and then must say something', () => {
    const form = { projectId: '11111111-1111-4111-8111-111111111111', version: '3', priceWeight: '60' }
    const read = criteriaInput.safeParse({
      ...form,
      'weight-features': '50',
      'weight-service-levels': '50',
      from: '18:00',
      until: '08:00',
    })
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['musts', 'until', 'days'])
    const good = criteriaInput.parse({ ...form, 'weight-features': '100', musts: ' One \n\nTwo', shoulds: 'Three' })
    expect(good.elements).toEqual([
      {
        kind: 'features',
        weight: 100,
        features: [
          { id: 'must-1', text: 'One', level: 'must' },
          { id: 'must-2', text: 'Two', level: 'must' },
          { id: 'should-1', text: 'Three', level: 'should' },
        ],
      },
    ])
  })
})

describe('COM-4: an offer', () => {
  const list = [
    {
      tiers: [
        { from: '1', unitPrice: '126000' },
        { from: '100', unitPrice: '5' },
      ],
    },
  ] as unknown as Parameters<typeof offeredPrices>[0]
  it.each([
    ['1.26', 126_000n],
    ['£1,234.5', 123_450_000n],
    ['0.00035', 35n],
    ['0.000351', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('%s pounds are %s', (text, units) => expect(parseUnitPrice(text)).toBe(units))
  it('PRC-8: each tier is at most its list price', () => {
    expect(offeredPrices(list, { 'price-0-0': '1.26001', 'price-0-1': '0.00006' })).toEqual({
      fields: { 'price-0-0': [expect.any(String)], 'price-0-1': [expect.any(String)] },
    })
    expect(offeredPrices(list, { 'price-0-0': '1.25', 'price-0-1': '0' })).toMatchObject({
      prices: [{ tiers: [{ unitPrice: '125000' }, { unitPrice: '0' }] }],
    })
  })
  it('the newest counts, unless it was taken back', () => {
    const offer = (number: number, kind: string) => ({ entryId: 'a', number, kind }) as Parameters<typeof offerOf>[0][0]
    expect(offerOf([offer(1, 'offer'), offer(2, 'offer')], 'a')?.number).toBe(2)
    expect(offerOf([offer(2, 'withdrawal'), offer(1, 'offer')], 'a')).toBeUndefined()
    expect(offerOf([offer(1, 'offer')], 'b')).toBeUndefined()
  })
})

describe('COM-5, D3: nothing is missing', () => {
  it('every must and element of every entry is asked for, of those who score and of the agreed sheet', () => {
    expect(criteriaOf(competition()).map(({ id, kind }) => [id, kind])).toEqual([
      ['must-1', 'must'],
      ['features', 'element'],
      ['implementation', 'element'],
    ])
    expect(missingToClose(competition(), [])).toHaveLength(12)
    expect(missingToClose(competition(), [...whole('one'), ...whole(agreedSheet)])).toEqual([])
    expect(missingToClose(competition({ priceWeight: 100, elements: [] }), [])).toEqual([])
  })
  it('A7: all are in only when each who scores has scored all; conflicts and the released do not count', () => {
    expect(areAllIn(competition(), whole('one'))).toBe(true)
    expect(areAllIn(competition(), whole('one', 'b/features'))).toBe(false)
    expect(areAllIn(competition({ evaluators: [person('torn', true)] }), [])).toBe(false)
    expect(areAllIn(competition({ evaluators: [person('one', false), person('two', false)] }), whole('one'))).toBe(
      false,
    )
  })
  it('leaving any one score out is found, whichever it is', () => {
    const keys = whole('one').map(({ entryId, criterionId }) => `${entryId}/${criterionId}`)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom('one', agreedSheet), (but, sheet) => {
        const scores = ['one', agreedSheet].flatMap((s) => whole(s, s === sheet ? but : undefined))
        const missing = missingToClose(competition(), scores)
        expect(missing.map((m) => [m.sheet, `${m.entryId}/${m.criterion.id}`])).toEqual([[sheet, but]])
      }),
    )
  })
  it('the newest number of a sheet counts', () => {
    const [first] = whole('one')
    const newest = newestScores([{ ...first!, number: 2, value: 0 }, first!])
    expect(scoreOn(newest, 'one', 'a', 'must-1')?.value).toBe(0)
  })
  it('an element has 1 to 5, a must yes or no', () => {
    const [must, element] = criteriaOf(competition())
    expect([0, 1, 2].map((value) => isValueOf(must!, value))).toEqual([true, true, false])
    expect([0, 1, 5, 6, 2.5].map((value) => isValueOf(element!, value))).toEqual([false, true, true, false, false])
  })
  it('the form leaves open what is empty, and tells a reason without a score beside its field', () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const form = {
      competitionId: id,
      entryId: id,
      sheet: 'own',
      seen: '0',
      'reason-features': 'Good',
      'reason-must-1': '',
    }
    expect(scoresForm.safeParse(form).error?.issues[0]?.path).toEqual(['value-features'])
    expect(scoresForm.parse({ ...form, 'value-features': '4' }).scores).toEqual({
      features: { value: 4, reason: 'Good' },
    })
    const noReason = scoresForm.safeParse({ ...form, 'value-features': '4', 'reason-features': '' })
    expect(noReason.error?.issues[0]?.path).toEqual(['reason-features'])
  })
})

describe('who may', () => {
  const grant = (role: string, organisationId: string) => actorWith('somebody', { role, organisationId })
  it.each([
    ['the practice’s manager', grant('practice-manager', 'practice'), true],
    ['a manager of another practice', grant('practice-manager', 'another'), false],
    ['a signatory of an entrant', grant('supplier-signatory', 'sa'), true],
    ['a signatory of another supplier', grant('supplier-signatory', 'sc'), false],
    ['somebody with another role at an entrant', grant('funding-approver', 'sa'), false],
  ])('I7: %s sees it: %s', (_, actor, seen) => expect(maySeeCompetition(actor, competition())).toBe(seen))
  it('a supplier does not see what is only being prepared; an evaluator does until released', () => {
    expect(maySeeCompetition(grant('supplier-signatory', 'sa'), competition({ openedAt: null }))).toBe(false)
    expect(maySeeCompetition(actorWith('person-one'), competition())).toBe(true)
    expect(maySeeCompetition(actorWith('person-gone'), competition())).toBe(false)
  })
  it('COM-4: the signatory offers, an editor does not; COM-5: interests first, and no conflict', () => {
    expect(mayOffer(grant('supplier-signatory', 'sa'), 'sa').allowed).toBe(true)
    expect(mayOffer(grant('supplier-editor', 'sa'), 'sa').allowed).toBe(false)
    const [one, torn, late] = competition().evaluators
    expect([one, torn, late, undefined].map((e) => mayScore(e).allowed)).toEqual([true, false, false, false])
  })
})
