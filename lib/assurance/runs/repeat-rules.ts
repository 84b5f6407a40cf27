import type { CheckReport, RunReport } from '@/lib/conformance/run/run-job'

/**
 * NC-02: what a second runner found of the checks that failed. Where it failed too, the first result stands; where the two
 * differ it is ERROR, which proves nothing (INV-04). Both runners' exchanges are kept.
 */
export function withRepeats(first: RunReport, second: RunReport, repeated: string[]): RunReport {
  const offset = first.exchanges.length
  const again = new Map(second.results.map((result) => [result.check, result]))
  return {
    ...first,
    endedAt: second.endedAt,
    results: first.results.map((result) =>
      repeated.includes(result.check) ? merged(result, again.get(result.check), offset) : result,
    ),
    exchanges: [...first.exchanges, ...second.exchanges],
    addresses: [...new Set([...first.addresses, ...second.addresses])],
    tlsFingerprints: [...new Set([...first.tlsFingerprints, ...second.tlsFingerprints])],
    aborted: second.aborted,
  }
}

function merged(result: CheckReport, other: CheckReport | undefined, offset: number): CheckReport {
  const exchanges = [...result.exchanges, ...(other?.exchanges ?? []).map((number) => number + offset)]
  if (other?.result === 'FAIL') return { ...result, exchanges }
  const words = other ? `${other.result} where the first found FAIL (${result.message})` : 'no result'
  return { ...result, result: 'ERROR', reason: 'RUNNERS_DIFFER', message: `A second runner found ${words}`, exchanges }
}
