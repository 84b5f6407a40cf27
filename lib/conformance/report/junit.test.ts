import { describe, expect, it } from 'vitest'
import { coreR4 } from '../checks/core-r4'
import type { CheckReport, RunReport } from '../run/run-job'
import { differenceOf } from './difference'
import { junitOf } from './junit'
import { exitCodeOf, outputOf } from './output'
import { tableOf } from './table'

const result = (check: string, outcome: CheckReport['result'], message = ''): CheckReport => ({
  check,
  requirement: 'S26, <S47>',
  result: outcome,
  reason: outcome === 'PASS' ? '' : 'WRONG_STATUS',
  message,
  exchanges: [1, 0, 7],
})
const exchange = (url: string) => ({
  method: 'GET',
  url,
  headersSent: [],
  headersReceived: {},
  status: 200,
  ms: 1,
  bodySha256: null,
})
const report = (results: CheckReport[], aborted: RunReport['aborted'] = null): RunReport => ({
  suite: { name: 'core-r4', version: '1.0.0', codeSha256: 'a', mapSha256: 'b' },
  kind: 'DRYRUN',
  base: 'https://fhir.example/',
  nonce: 'n',
  startedAt: '2026-11-29T12:00:00.000Z',
  endedAt: '2026-11-29T12:01:00.000Z',
  addresses: [],
  tlsFingerprints: [],
  map: [],
  results,
  exchanges: [exchange('a'), exchange('b')],
  aborted,
})
const pass = result('CAP-01', 'PASS')

describe('CS-02: what a run is told as', () => {
  it('CS-02: exits with 3 for any ERROR or an early end, else 1 for a FAIL, else 2, else 0', () => {
    const code = (...outcomes: CheckReport['result'][]) =>
      exitCodeOf(report(outcomes.map((outcome, at) => result(`C-${at}`, outcome))))
    expect(code('PASS', 'FAIL', 'ERROR', 'NOT_EXERCISED')).toBe(3)
    expect(code('PASS', 'FAIL', 'NOT_EXERCISED')).toBe(1)
    expect(code('PASS', 'NOT_EXERCISED', 'NOT_APPLICABLE')).toBe(2)
    expect(code('PASS', 'NOT_APPLICABLE')).toBe(0)
    expect(exitCodeOf(report([pass], 'STOPPED'))).toBe(3)
    expect(exitCodeOf(report([]))).toBe(3)
  })

  it('CS-02: each result carries the exchanges it rests on, and the file nothing else', () => {
    const output = outputOf(report([pass]))
    expect(Object.keys(output)).toEqual(['suite', 'startedAt', 'results'])
    expect(Object.keys(output.results[0]!)).toEqual([
      'check',
      'requirement',
      'result',
      'reason',
      'message',
      'exchanges',
    ])
    expect(output.results[0]!.exchanges.map(({ url }) => url)).toEqual(['b', 'a'])
  })

  it('writes well-formed JUnit, whatever stands in a message', () => {
    const hostile = '</failure>&<![CDATA["\u0000\u0007\ud800]]>\n\t'
    const xml = junitOf(
      report([
        pass,
        result('CAP-02', 'FAIL', hostile),
        result('X', 'ERROR', hostile),
        result('Y', 'NOT_EXERCISED', hostile),
      ]),
      coreR4,
    )
    expect(xml).toContain('tests="4" failures="1" errors="1" skipped="1"')
    // Every sign that XML reserves is one of our own tags or an entity.
    const rest = xml
      .replace(/<\?xml [^<>]*\?>|<\/?(testsuites?|testcase|failure|error|skipped)( [a-z]+="[^"<>]*")*\/?>/g, '')
      .replace(/&(amp|lt|gt|quot|#\d+);/g, '')
    expect(rest).not.toMatch(/[<>&]/)
    expect(xml.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cs}/u)
    const open = (name: string) => xml.match(new RegExp(`<${name}[ >]`, 'g'))!.length
    for (const name of ['failure', 'error']) expect(xml.match(new RegExp(`</${name}>`, 'g'))).toHaveLength(open(name))
  })

  it('tells a person each result, the words of those that did not pass, and an early end', () => {
    const table = tableOf(report([pass, result('CAP-02', 'FAIL', 'in words')], 'TOO_LONG'))
    expect(table).toMatch(
      /CAP-01 +PASS[\s\S]*CAP-02 +FAIL.*\n +in words\n\n1 PASS · 1 FAIL\nThe run ended early: TOO_LONG/,
    )
  })

  it('CS-02: diff names what changed, and nothing where the same was found', () => {
    const [one, other] = [outputOf(report([pass])), outputOf(report([result('CAP-01', 'FAIL')]))]
    expect(differenceOf(one, one)).toEqual([])
    expect(differenceOf(one, other)).toEqual(['CAP-01: PASS → FAIL WRONG_STATUS'])
    expect(differenceOf(one, { ...one, results: [] })).toEqual(['CAP-01: PASS → not run'])
    expect(differenceOf(one, { ...one, suite: { ...one.suite, codeSha256: 'c' } })[0]).toContain('other code')
  })
})
