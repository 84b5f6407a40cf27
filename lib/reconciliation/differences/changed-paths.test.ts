import { describe, expect, it } from 'vitest'
import { tree } from '@/lib/testing/json-tree'
import { noRules } from '@/lib/testing/reconciliation-runs'
import { asCompared } from './as-compared'
import { changesBetween } from './changed-paths'
import { pathText } from './path'

const word = (_: string, text: string) => text.replace('old', 'new')
const same = { same: (a: string, b: string) => word('', a) === b, word }
const paths = (before: object, after: object) =>
  changesBetween(tree(before), tree(after), same)
    .map((c) => pathText(c.steps))
    .sort()

describe('the changed paths of two records', () => {
  it.each<[string, object, object, string[]]>([
    ['a value', { a: { b: [{ c: 'x' }] } }, { a: { b: [{ c: 'y' }] } }, ['a.b[0].c']],
    ['a lost branch, once', { code: { coding: [{ code: '1' }], text: 't' } }, { code: { text: 't' } }, ['code.coding']],
    ['an added branch', { a: 1 }, { a: 1, extension: [{ url: 'u' }] }, ['extension']],
    ['an item taken out of the middle', { a: ['1', '2', '3'] }, { a: ['1', '3'] }, ['a[1]']],
    ['an item put in', { a: ['1', '3'] }, { a: ['1', '2', '3'] }, ['a[1]']],
    ['an item changed beside one taken out', { a: [1, 2, 3, 4] }, { a: [2, 9, 4] }, ['a[0]', 'a[1]']],
    ['the order alone', { a: ['1', '2', '3'] }, { a: ['3', '1', '2'] }, ['a']],
    ['a number that became a text', { a: 7 }, { a: '7' }, ['a']],
    ['null, nothing and emptiness (NO-05)', { a: null, b: [], c: '' }, { b: {}, c: [] }, ['a', 'b', 'c']],
    ['a primitive’s companion', { birthDate: '1990', _birthDate: { id: 'a' } }, { birthDate: '1990' }, ['_birthDate']],
    [
      'a reference that leads elsewhere',
      { subject: { reference: 'Patient/old-1' } },
      { subject: { reference: 'Patient/new-2' } },
      ['subject.reference'],
    ],
    [
      'nothing where a reference was renamed',
      { subject: { reference: 'Patient/old-1' } },
      { subject: { reference: 'Patient/new-1' } },
      [],
    ],
    ['a key that could hold anything', { '943 476 5919': 1 }, { '943 476 5919': 2 }, ['*']],
  ])('name %s', (_, before, after, expected) => {
    expect(paths(before, after)).toEqual(expected)
  })

  it('NO-04: leave out ids and what a system writes of its own into meta, and keep its labels', () => {
    const strip = (r: object) => asCompared(tree(r), 'source', noRules, 'ruled')
    const a = { id: '1', meta: { versionId: '3', lastUpdated: 'x', security: [{ code: 'R' }] }, a: 1 }
    expect(changesBetween(strip(a), strip({ a: 1 }), same).map((c) => pathText(c.steps))).toEqual(['meta'])
    expect(changesBetween(strip({ meta: { versionId: '3' } }), strip({ id: '2' }), same)).toEqual([])
  })

  it('NO-06: compare contained resources in place, however they are called', () => {
    const of = (id: string, dose: string) =>
      asCompared(
        tree({ contained: [{ id, resourceType: 'Medication', dose }], medicationReference: { reference: `#${id}` } }),
        'source',
        noRules,
        'ruled',
      )
    expect(changesBetween(of('m1', '1'), of('x', '1'), same)).toEqual([])
    expect(changesBetween(of('m1', '1'), of('x', '2'), same).map((c) => pathText(c.steps))).toEqual([
      'contained[0].dose',
    ])
  })
})
