import { describe, expect, it } from 'vitest'
import { lost, nothing, patient, record, to } from '@/lib/testing/small-records'
import { answerTo, comparisonOf } from '@/lib/testing/two-sides'

describe('links', () => {
  const problem = (id: string, text: string) => record('Condition', id, 'p', { code: { text } })
  const visit = (id: string, ...about: string[]) =>
    record('Encounter', id, 'p', { diagnosis: about.map((one) => ({ condition: to('Condition', one) })) })

  it('LK-01: new ids change nothing where they lead to the same things', async () => {
    const source = [patient('p'), problem('1', 'a'), problem('2', 'b'), visit('3', '1', '2')]
    const target = [
      visit('z', 'y', 'x'),
      problem('x', 'b'),
      problem('y', 'a'),
      { ...patient('q'), meta: { versionId: '1' } },
    ].map((one) => JSON.parse(JSON.stringify(one).replace('Patient/p', 'Patient/q')))
    const found = await comparisonOf(source, target)
    expect([lost(found), found.links, found.source.references]).toEqual([nothing, [], 5])
  })

  it('LK-03: equal content that leads to other things is a link difference', async () => {
    const both = [patient('p'), problem('1', 'a'), problem('2', 'b')]
    const found = await comparisonOf([...both, visit('3', '1')], [...both, visit('3', '2')])
    expect([lost(found), found.matched.Encounter]).toEqual([nothing, 1])
    expect(found.links.map(({ source, target, neighbour }) => [source.type, target.line, neighbour])).toEqual([
      ['Encounter', 4, false],
    ])
  })

  it('LK-03: what refers to a lost or altered resource is a neighbour, but not where another reference differs too', async () => {
    const both = [patient('p'), problem('1', 'a'), problem('2', 'b')]
    const altered = await comparisonOf(
      [...both, problem('4', 'c'), visit('3', '4')],
      [...both, problem('4', 'd'), visit('3', '4')],
    )
    expect([altered.links.map(({ neighbour }) => neighbour), lost(altered).source]).toEqual([
      [true],
      [['Condition', 4, false]],
    ])
    const gone = await comparisonOf([...both, problem('4', 'c'), visit('3', '4')], [...both, visit('3', '4')])
    expect(gone.links.map(({ neighbour }) => neighbour)).toEqual([true])
    expect([gone.source.dangling.count, gone.target.dangling.places.map(({ line }) => line)]).toEqual([0, [4]])
    const worse = await comparisonOf(
      [...both, problem('4', 'c'), visit('3', '4', '1')],
      [...both, visit('3', '4', '2')],
    )
    expect(worse.links.map(({ neighbour }) => neighbour)).toEqual([false])
    const led = await comparisonOf([...both, problem('4', 'c'), visit('3', '4')], [...both, visit('3', '1')])
    expect(led.links.map(({ neighbour }) => neighbour)).toEqual([false])
  })

  it('LK-03: two that refer to each other never excuse each other', async () => {
    const note = (id: string, other: string, about: string) =>
      record('Flag', id, 'p', { other: to('Flag', other), about: to('Condition', about) })
    const both = [patient('p'), problem('1', 'a'), problem('2', 'b')]
    const found = await comparisonOf(
      [...both, note('x', 'y', '1'), note('y', 'x', '1')],
      [...both, note('x', 'y', '2'), note('y', 'x', '2')],
    )
    expect(found.links.map(({ neighbour }) => neighbour)).toEqual([false, false])
  })

  it('C07: a reference that leads nowhere on the target is a link difference', async () => {
    const found = await comparisonOf(
      [patient('p'), problem('1', 'a'), visit('3', '1')],
      [patient('p'), problem('1', 'a'), visit('3', 'z')],
    )
    expect([found.links.length, found.links[0]?.neighbour, found.target.dangling.count]).toEqual([1, false, 1])
  })

  it('LK-01: a changed address does not change all that the patient has', async () => {
    const found = await comparisonOf(
      [patient('p'), problem('1', 'a')],
      [{ ...patient('p'), address: [{ city: 'X' }] }, problem('1', 'a')],
    )
    expect([found.links, lost(found).source]).toEqual([[], [['Patient', 1, false]]])
  })

  it('LK-02: targets of equal content are told apart by what they lead to, round after round', async () => {
    // Two encounters and two notes of the same words: only two references away they differ.
    const side = (first: string, second: string) => [
      patient('p'),
      problem('1', 'a'),
      problem('2', 'b'),
      visit('v', '1'),
      visit('w', '2'),
      record('Flag', 'f', 'p', { encounter: to('Encounter', 'v') }),
      record('Flag', 'g', 'p', { encounter: to('Encounter', 'w') }),
      record('Task', 't', 'p', { focus: to('Flag', first), description: 'one' }),
      record('Task', 'u', 'p', { focus: to('Flag', second), description: 'two' }),
    ]
    const same = await comparisonOf(side('f', 'g'), side('f', 'g'))
    expect([same.links, same.indistinguishable]).toEqual([[], 0])
    const crossed = await comparisonOf(side('f', 'g'), side('g', 'f'))
    expect(crossed.links.map(({ source, neighbour }) => [source.type, source.line, neighbour])).toEqual([
      ['Task', 8, false],
      ['Task', 9, false],
    ])
  })

  it('LK-02: what no round can tell apart is counted, and no difference', async () => {
    const side = (first: string, second: string) => [
      patient('p'),
      ...['v', 'w', 'x'].map((id) => visit(id)),
      record('Task', 't', 'p', { focus: to('Encounter', first), description: 'one' }),
      record('Task', 'u', 'p', { focus: to('Encounter', second), description: 'two' }),
    ]
    const found = await comparisonOf(side('v', 'w'), side('w', 'v'))
    expect([found.links, found.indistinguishable]).toEqual([[], 2])
  })

  it('ID-03: urn:uuid, absolute and versioned references lead where relative ones do', async () => {
    const target = [patient('p'), problem('1', 'a')]
    const plain = [...target, visit('3', '1')]
    for (const way of ['urn:uuid:1', 'https://x.uk/fhir/Condition/1', 'Condition/1/_history/7']) {
      const other = JSON.parse(JSON.stringify(visit('3', '1')).replace('Condition/1', way))
      const found = await comparisonOf(plain, [...target, other])
      expect([lost(found), found.links]).toEqual([nothing, []])
    }
    const text = (reference: string) => record('Flag', 'f', 'p', { author: { reference } })
    for (const [a, b] of [
      ['Practitioner?identifier=1', 'Practitioner?identifier=2'],
      ['https://x.uk/Practitioner/1', 'https://x.uk/Practitioner/2'],
    ])
      expect(lost(await comparisonOf([...plain, text(a!)], [...plain, text(b!)])).source).toEqual([['Flag', 4, false]])
  })

  it('tells the rereader where a reference leads, on which side', async () => {
    const answer = await answerTo([patient('p'), problem('1', 'a')], [patient('p'), problem('2', 'a')])
    if (!answer.ok) throw new Error('faulty')
    const { targetOf, read } = answer.rereading
    const place = answer.comparison.source.patients.values().next().value![0]!
    const [here, there] = [targetOf('source', 'Condition/1', place), targetOf('target', 'Condition/2', place)]
    expect([here === there, here?.length]).toEqual([true, 32])
    expect(['Condition/2', 'Practitioner?x', '#a'].map((way) => targetOf('source', way, place))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect((await read([place]))[0]!.get('id')).toBe('p')
  })
})
