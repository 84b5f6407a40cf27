import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, json, metadata, rest, run, startSound, without } from '@/lib/testing/bent-provider'
import { coreR4 } from './core-r4'
import { listOf } from './parts/json'

let provider: Awaited<ReturnType<typeof startSound>>
beforeAll(async () => {
  provider = await startSound()
})
afterAll(() => provider.close())

describe('core-r4 against the sound provider and its bent answers', () => {
  it('FM-1: everything passes, and three orders find the same in the same words, within its limit of requests', async () => {
    const ids = coreR4.map(({ id }) => id)
    const found = []
    for (const seed of [1, 2, 3]) {
      const { results, requests } = await run(ids, undefined, { seed })
      expect(requests).toBeLessThan(1_000)
      found.push(results.map(({ check, result, reason, message }) => ({ check, result, reason, message })))
    }
    const notPassed = found[0]!.filter(({ result }) => result !== 'PASS')
    expect(notPassed.map(({ check, result }) => `${check} ${result}`)).toEqual(
      ids.flatMap((id) => (id.startsWith('TLS-') ? [`${id} NOT_APPLICABLE`] : [])),
    )
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
  }, 600_000)

  it('CS-06: what is not declared is not applicable, where the requirement does not demand it outright', async () => {
    const bare = json(metadata, (body) => {
      rest(body).operation = []
      for (const resource of listOf(rest(body).resource)) {
        resource.operation = []
        resource.interaction = listOf(resource.interaction).filter(({ code }) => code !== 'create')
      }
    })
    const ids = [
      ...[
        'WRT-01',
        'WRT-02',
        'ERR-03',
        'ERR-04',
        'REC-01',
        'REC-02a',
        'REC-02b',
        'REC-03',
        'APT-03',
        'APT-04',
        'APT-05',
      ],
      ...['APT-06', 'EXP-01', 'EXP-02', 'MIG-01', 'TLS-01', 'TLS-05'],
    ]
    const { results } = await run(ids, bare)
    expect(results.map(({ check, result }) => `${check} ${result}`)).toEqual(
      coreR4.flatMap(({ id }) => (ids.includes(id) ? [`${id} NOT_APPLICABLE`] : [])),
    )
  })

  it('CK-02: where nothing is there to look at, a check is not exercised', async () => {
    const empty = json(/\?|getstructuredrecord$/, (body) => {
      if (body.type === 'searchset')
        Object.assign(body, { entry: [], total: 0, link: [{ relation: 'self', url: provider.base }] })
      if (body.type === 'searchset') return
      without('AllergyIntolerance')(body)
      for (const type of ['MedicationStatement', 'MedicationRequest']) without(type)(body)
      for (const list of entries(body, 'List')) list.entry = []
    })
    const ids = [
      'PAGE-01',
      'REC-01',
      'REC-03',
      'APT-01',
      'APT-03',
      'APT-04',
      'APT-05',
      'APT-06',
      'SRCH-02',
      'VER-01',
      'DOC-01',
    ]
    const { results } = await run([...ids, 'RULE-PAT-NHS', 'RULE-SLT-TIME'], empty)
    expect(results.map(({ result }) => result)).toEqual(results.map(() => 'NOT_EXERCISED'))
  })

  it('CK-05: no answer whatever makes a check break or pass: it fails, is not exercised, or does not apply', async () => {
    const shapes = [
      undefined,
      null,
      17,
      'text',
      [],
      [[]],
      {},
      { resourceType: 'Bundle', type: 'searchset', entry: [null] },
    ]
    const more = [
      { rest: [null], entry: {}, output: [null] },
      { resourceType: 'OperationOutcome', issue: [null] },
    ]
    for (const shape of [...shapes, ...more]) {
      const ids = coreR4.map(({ id }) => id)
      const body = shape === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(shape))
      for (const status of [200, 201, 202, 404]) {
        const { results } = await run(ids, () => ({ status, json: shape, body, headers: {} }))
        expect(results.filter(({ result, reason }) => result === 'ERROR' && reason === 'CHECK_BROKE')).toEqual([])
        expect(results.filter(({ result }) => result === 'PASS').map(({ check }) => check)).toEqual([])
      }
    }
  }, 600_000)
})
