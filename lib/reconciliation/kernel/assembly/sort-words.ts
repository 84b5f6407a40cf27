/** Sorts 64-bit words from `low` to `high`, both ends included: quicksort, insertion for the short rest. */
export function sortWords(low: usize, high: usize): void {
  while (high > low && high - low > 96) {
    const pivot = load<u64>(low + (((high - low) >> 4) << 3))
    let i = low
    let j = high
    while (i <= j) {
      while (load<u64>(i) < pivot) i += 8
      while (load<u64>(j) > pivot) j -= 8
      if (i > j) break
      const kept = load<u64>(i)
      store<u64>(i, load<u64>(j))
      store<u64>(j, kept)
      i += 8
      j -= 8
    }
    // The shorter part by a call: the stack stays shallow.
    if (j - low < high - i) {
      sortWords(low, j)
      low = i
    } else {
      sortWords(i, high)
      high = j
    }
  }
  for (let i = low + 8; i <= high; i += 8)
    for (let j = i; j > low && load<u64>(j) < load<u64>(j - 8); j -= 8) {
      const kept = load<u64>(j)
      store<u64>(j, load<u64>(j - 8))
      store<u64>(j - 8, kept)
    }
}
