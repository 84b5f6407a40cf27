import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { comparisonOf, profileOf } from '@/lib/testing/two-sides'

const common = { version: 1, type: 'Observation', side: 'source', reason: 'r', owner: 'o' }
/** A rule, with an example whose texts are the whole resources before and after. */
const rule = (fields: object, before: object, after: object) => ({
  id: 'R1',
  ...common,
  ...fields,
  examples: [{ before: { resourceType: 'Observation', ...before }, after: { resourceType: 'Observation', ...after } }],
})
const csv =
  'fromSystem,fromCode,toSystem,toCode,toDisplay\nread,C10,sct,73211009,Diabetes mellitus\nread,H33,sct,195967001,\n'
const table = { table: 'codes.csv', sha256: createHash('sha256').update(csv).digest('hex') }

/** Kind by kind: a rule, and two resources that it makes equal. */
const kinds: [string, object, object, object][] = [
  [
    'drop',
    { path: 'extension[url=u].valueString' },
    { extension: [{ url: 'u', valueString: 'x' }] },
    { extension: [{ url: 'u' }] },
  ],
  ['drop', { path: 'extension[url=u]' }, { extension: [{ url: 'u' }] }, {}],
  ['drop', { path: 'component.note' }, { component: [{ note: 1 }, { a: 2 }] }, { component: [{}, { a: 2 }] }],
  ['rename', { path: 'context', to: 'encounter' }, { context: { display: 'x' } }, { encounter: { display: 'x' } }],
  [
    'rename',
    { path: 'related[type=is].target', to: 'to' },
    { related: [{ type: 'is', target: 1 }] },
    { related: [{ type: 'is', to: 1 }] },
  ],
  [
    'value',
    { path: 'category.text', from: 'lab', to: 'laboratory' },
    { category: [{ text: 'lab' }] },
    { category: [{ text: 'laboratory' }] },
  ],
  ['value', { path: 'flag', from: null, to: false }, { flag: null }, { flag: false }],
  [
    'map-code',
    { path: 'code.coding', ...table },
    { code: { coding: [{ system: 'read', code: 'C10' }] } },
    { code: { coding: [{ system: 'sct', code: '73211009', display: 'Diabetes mellitus' }] } },
  ],
  [
    'unit',
    { path: 'valueQuantity.unit', from: 'mmol', to: 'mmol/L' },
    { valueQuantity: { value: 5, unit: 'mmol' } },
    { valueQuantity: { value: 5, unit: 'mmol/L' } },
  ],
  [
    'scale',
    { path: 'valueQuantity.value', factor: '1000' },
    { valueQuantity: { value: 0.5 } },
    { valueQuantity: { value: 500 } },
  ],
  [
    'filter-coding',
    { path: 'code.coding', system: 'local' },
    { code: { coding: [{ system: 'local' }, { system: 'sct' }] } },
    { code: { coding: [{ system: 'sct' }] } },
  ],
  ['unordered', { path: 'category' }, { category: ['b', 'a'] }, { category: ['a', 'b'] }],
]

describe('declared rules', () => {
  it.each(kinds)(
    'RU-02, RU-03: %s makes what it declares equal, and is counted',
    async (kind, fields, before, after) => {
      const rules = [rule({ kind, ...fields }, before, after)]
      const [source, target] = [before, after].map((one) => ({ resourceType: 'Observation', id: '1', ...one }))
      const profile = profileOf(rules, {}, { 'codes.csv': csv })
      const found = await comparisonOf([source!], [target!], { profile })
      expect([found.matched, found.touched]).toEqual([{ Observation: 1 }, { R1: 1 }])
      expect(found.explained.map(({ rules }) => rules)).toEqual([['R1']])
      const wrongSide = await comparisonOf([target!], [source!], { profile })
      expect([wrongSide.matched, wrongSide.unpaired.source.length]).toEqual([{}, 1])
    },
  )

  it('RU-02: type renames the resource, and references to it, found or not', async () => {
    const example = { before: { resourceType: 'ProcedureRequest' }, after: { resourceType: 'ServiceRequest' } }
    const rename = {
      id: 'R',
      ...common,
      type: 'ProcedureRequest',
      kind: 'type',
      to: 'ServiceRequest',
      examples: [example],
    }
    const side = (type: string) => [
      { resourceType: type, id: '1', status: 'active' },
      { resourceType: 'Task', basedOn: [{ reference: `${type}/1` }, { reference: `${type}/gone` }] },
    ]
    const found = await comparisonOf(side('ProcedureRequest'), side('ServiceRequest'), { profile: profileOf([rename]) })
    expect(found.matched).toEqual({ ServiceRequest: 1, Task: 1 })
    expect([found.links, found.source.byType]).toEqual([[], { ServiceRequest: 1, Task: 1 }])
    expect(found.explained.map(({ source, rules }) => [source.type, rules])).toEqual([['ServiceRequest', ['R']]])
  })

  it('RU-02: are applied in the order of the profile', async () => {
    const rename = rule({ id: 'A', kind: 'rename', path: 'a', to: 'b' }, { a: '1' }, { b: '1' })
    const change = rule({ id: 'B', kind: 'value', path: 'b', from: '1', to: '2' }, { b: '1' }, { b: '2' })
    const sides = [[{ resourceType: 'Observation', a: '1' }], [{ resourceType: 'Observation', b: '2' }]] as const
    const inOrder = await comparisonOf([...sides[0]], [...sides[1]], { profile: profileOf([rename, change]) })
    expect([inOrder.matched, inOrder.explained[0]?.rules]).toEqual([{ Observation: 1 }, ['A', 'B']])
    const turned = await comparisonOf([...sides[0]], [...sides[1]], { profile: profileOf([change, rename]) })
    expect(turned.matched).toEqual({})
  })

  it('RU-03: a pair that is equal anyway is not explained, though a rule touched both', async () => {
    const both = rule({ side: 'both', kind: 'drop', path: 'note' }, { note: 'x' }, {})
    const make = (note: string, id: string) => ({ resourceType: 'Observation', id, note })
    const profile = profileOf([both])
    const found = await comparisonOf([make('x', '1'), make('y', '2')], [make('z', '8'), make('x', '9')], { profile })
    expect([found.touched, found.matched]).toEqual([{ R1: 4 }, { Observation: 2 }])
    expect(found.explained.map(({ source, target }) => [source.line, target.line])).toEqual([[2, 1]])
  })

  it('unordered items of equal words share a place, whatever they refer to', async () => {
    const list = (...to: string[]) => ({
      resourceType: 'Observation',
      hasMember: to.map((id) => ({ reference: `Task/${id}` })),
    })
    const tasks = ['x', 'y'].map((id) => ({ resourceType: 'Task', id, description: id }))
    const order = rule(
      { side: 'both', kind: 'unordered', path: 'hasMember' },
      { hasMember: [2, 1] },
      { hasMember: [1, 2] },
    )
    const sides = [
      [list('x', 'y'), ...tasks],
      [list('y', 'x'), ...tasks],
    ] as const
    expect((await comparisonOf([...sides[0]], [...sides[1]])).links.length).toBe(1)
    expect((await comparisonOf([...sides[0]], [...sides[1]], { profile: profileOf([order]) })).links).toEqual([])
  })
})
