/** Leaves as sorted numbers: equal texts have equal numbers, so that two resources are compared by one walk along both. */
export class LeafNumbers {
  private readonly known = new Map<string, number>()

  of(leaves: readonly string[]): Uint32Array {
    const numbers = leaves.map((leaf) => {
      const found = this.known.get(leaf) ?? this.known.size
      this.known.set(leaf, found)
      return found
    })
    return Uint32Array.from(numbers).sort()
  }
}

/** How many leaves two resources have in common, repeated ones as often as both have them. */
export function commonLeaves(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      common += 1
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  return common
}
