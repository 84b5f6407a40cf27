/**
 * Entries of 40 bytes: four words to sort by, then a number that breaks ties, so that the order is one whatever the machine.
 * Quicksort with a middle of three, insertion for the short rest.
 */
const size: usize = 40

function isLess(p: usize, q: usize): bool {
  for (let i: usize = 0; i < size; i += 8) {
    const a = load<u64>(p + i)
    const b = load<u64>(q + i)
    if (a != b) return a < b
  }
  return false
}

function swap(p: usize, q: usize): void {
  for (let i: usize = 0; i < size; i += 8) {
    const kept = load<u64>(p + i)
    store<u64>(p + i, load<u64>(q + i))
    store<u64>(q + i, kept)
  }
}

/** Sorts the entries from `low` to `high`, both ends included. */
export function sortEntries(low: usize, high: usize): void {
  while (high > low && high - low > 12 * size) {
    const middle = low + ((high - low) / size / 2) * size
    if (isLess(middle, low)) swap(middle, low)
    if (isLess(high, low)) swap(high, low)
    if (isLess(high, middle)) swap(high, middle)
    // The middle of three is the pivot and waits at `low + 1`'s place until the halves are parted.
    swap(middle, low)
    let i = low
    let j = high + size
    while (true) {
      do i += size
      while (i <= high && isLess(i, low))
      do j -= size
      while (isLess(low, j))
      if (i >= j) break
      swap(i, j)
    }
    swap(low, j)
    // The shorter part by a call, the longer by the loop: the stack stays shallow.
    if (j - low < high - j) {
      if (j > low) sortEntries(low, j - size)
      low = j + size
    } else {
      sortEntries(j + size, high)
      if (j == low) return
      high = j - size
    }
  }
  for (let i = low + size; i <= high; i += size)
    for (let j = i; j > low && isLess(j, j - size); j -= size) swap(j, j - size)
}
