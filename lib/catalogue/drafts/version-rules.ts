/** Whether a version number like 2.0.0 comes before another. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)]
  const parts = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i] ?? 0, b[i] ?? 0] as const)
  const differs = parts.find(([x, y]) => x !== y)
  return differs !== undefined && differs[0] < differs[1]
}

/** What a change of version says about the module: a major one is assessed anew (LST-4). */
export function impactOf(before: string | undefined, after: string): 'MAJOR' | 'MINOR' | 'PATCH' {
  if (before === undefined) return 'MAJOR'
  const [a, b] = [numbersOf(before), numbersOf(after)]
  if (a[0] !== b[0]) return 'MAJOR'
  return a[1] === b[1] ? 'PATCH' : 'MINOR'
}

/** Whether the first number rose. */
export const isMajorAfter = (before: string, after: string): boolean => numbersOf(after)[0]! > numbersOf(before)[0]!

const numbersOf = (version: string): number[] => version.split('.').map(Number)
