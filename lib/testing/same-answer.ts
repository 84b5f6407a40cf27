import type { Comparison, EngineAnswer } from '@/lib/reconciliation/compare/comparison'

/** An answer without what two engines may differ in: which fingerprint a thing has, not which things have the same. */
export function withoutFingerprints(answer: EngineAnswer): unknown {
  if (!answer.ok) return answer
  const { merkle, ...rest }: Comparison = answer.comparison
  const names = new Map<string, string>()
  const text = JSON.stringify({ ...rest, leaves: merkle.leaves }, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
  return JSON.parse(
    text.replace(/"(l0|l1)":"([0-9a-f]{32})"/g, (_, key: string, hash: string) => {
      if (!names.has(hash)) names.set(hash, `${key}-${names.size}`)
      return `"${key}":"${names.get(hash)}"`
    }),
  )
}
