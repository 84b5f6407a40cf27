/** Whether a version number like 2.0.0 comes before another. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)]
  const i = a.findIndex((part, at) => part !== b[at])
  return i !== -1 && a[i]! < b[i]!
}

/** What a change of version says about the module: a major one is assessed anew (LST-4). */
export function impactOf(before: string | undefined, after: string): 'MAJOR' | 'MINOR' | 'PATCH' {
  if (before === undefined) return 'MAJOR'
  const [a, b] = [numbersOf(before), numbersOf(after)]
  if (a[0] !== b[0]) return 'MAJOR'
  return a[1] === b[1] ? 'PATCH' : 'MINOR'
}

const numbersOf = (version: string): number[] => version.split('.').map(Number)
