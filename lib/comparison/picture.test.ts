import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClaimIndex, claimKey } from '@/lib/catalogue/dependencies/dependency-claim'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { boxSize, layOut, wrapped } from './picture-layout'
import { linkKey, pictureOf } from './picture-rules'

const names = {
  capabilities: { C13: { name: 'Record', category: '', mustEpicIds: [] } },
  integrations: { 'im1.bulk': 'IM1 Bulk' },
  frameworks: {},
} as ReferenceNames
const view = (id: string, listing: object = {}, over: object = {}) =>
  ({
    id,
    supplier: { id: `s${id}`, brand: `S ${id}` },
    standing: { kind: 'conformant' },
    metCapabilityIds: [],
    failedCapabilityIds: [],
    listing: { name: `Module ${id}`, version: '1.0.0', capabilities: [], requires: [], integrations: [], ...listing },
    ...over,
  }) as unknown as ModuleView

describe('the facts of the picture', () => {
  it('DEP-1 each relation with the state in which it stands; a conflict that both state is one line', () => {
    const a = view('A', {
      requires: ['C13'],
      conflicts: ['C'],
      dependencies: [{ relation: 'requires', moduleIds: ['B'], minimumVersion: '2.0.0', note: 'For letters' }],
      integrations: [{ type: 'im1.bulk', role: 'consumer' }],
    })
    const b = view('B', {
      worksWith: ['A'],
      capabilities: [{ id: 'C13' }],
      integrations: [{ type: 'im1.bulk', role: 'provider' }],
    })
    const c = view('C', { conflicts: ['A'], capabilities: [{ id: 'C13' }] }, { metCapabilityIds: ['C13'] })
    const gone = view('D', { conflicts: ['A'] }, { standing: { kind: 'suspended' } })
    const claim = { minimumVersion: '2.0.0', reason: null, changedAt: new Date(0) }
    const claims: ClaimIndex = {
      [claimKey({ moduleId: 'A', targetId: 'B', relation: 'requires' })]: { ...claim, state: 'disputed' },
    }
    const { nodes, links } = pictureOf([a, b, c, gone], names, claims)
    expect(nodes.map((node) => node.id)).toEqual(['A', 'B', 'C'])
    expect(links.map((l) => `${l.from} ${l.kind} ${l.to} ${l.state} ${l.detail}`.trim())).toEqual([
      'A requires B disputed version 2.0.0 or later. For letters',
      'C conflicts A stated',
      'A requires B claimed Record (C13), not assessed',
      'A requires C proven Record (C13), assessed as met',
      'A integration B claimed IM1 Bulk',
      'B works-with A claimed',
    ])
  })

  it('a relation between two modules of one supplier is stated, not confirmed', () => {
    const one = { supplier: { id: 's', brand: 'S' } }
    expect(pictureOf([view('A', { worksWith: ['B'] }, one), view('B', {}, one)], names, {}).links[0]!.state).toBe(
      'stated',
    )
  })
})

describe('the drawing', () => {
  it('draws every link of the facts once, and every module inside the frame, for 2 to 30 modules', () => {
    const set = fc.integer({ min: 2, max: 30 }).chain((size) => {
      const ids = Array.from({ length: size }, (_, i) => `m${i}`)
      const someone = fc.constantFrom(...ids)
      const pair = fc.tuple(someone, someone, fc.constantFrom('works-with', 'requires', 'conflicts'))
      return fc.tuple(fc.constant(ids), fc.array(pair, { maxLength: 20 }))
    })
    fc.assert(
      fc.property(set, ([ids, pairs]) => {
        const modules = ids.map((id) => {
          const said = pairs.filter(([from, to]) => from === id && to !== id)
          return view(id, { dependencies: said.map(([, to, relation]) => ({ relation, moduleIds: [to] })) })
        })
        const facts = pictureOf(modules, names, {})
        const expected = new Set(
          pairs
            .filter(([from, to]) => from !== to)
            .map(([from, to, kind]) => (kind === 'conflicts' ? [kind, ...[from, to].sort()] : [kind, from, to]).join()),
        )
        expect(facts.links).toHaveLength(expected.size)
        const drawing = layOut(facts)
        expect(drawing.lines.map((line) => line.key).sort()).toEqual(facts.links.map(linkKey).sort())
        expect(new Set(drawing.lines.map((line) => line.number)).size).toBe(facts.links.length)
        for (const { points } of drawing.lines) expect(points.length).toBeGreaterThan(1)
        expect(drawing.boxes.map((box) => box.id)).toEqual(ids)
        for (const { x, y } of drawing.boxes) {
          expect(x - boxSize.width / 2).toBeGreaterThanOrEqual(0)
          expect(x + boxSize.width / 2).toBeLessThanOrEqual(drawing.width)
          expect(y + boxSize.height / 2).toBeLessThanOrEqual(drawing.height)
        }
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('writes a name on at most three lines that fit the box', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 255 }), (name) => {
        const lines = wrapped(name)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 1_000 },
    )
    expect(wrapped('OpenPath Record')).toEqual(['OpenPath Record'])
  })
})
