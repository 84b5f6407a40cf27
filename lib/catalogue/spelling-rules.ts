/**
 * What to search instead where a search finds nothing: each unknown word becomes the likest known one (CAT-4).
 * Likeness is the trigram similarity of PostgreSQL's pg_trgm, done here because a database may lack that extension; swapped
 * letters, which trigrams punish most, are counted as slips beside it.
 */
const leastLike = 0.3

/** The corrected search, or undefined where nothing known is like it. */
export function correctSpelling(search: string, known: string[]): string | undefined {
  const vocabulary = [...new Set(known.flatMap(wordsOf))].filter((word) => word.length > 2)
  const corrected = wordsOf(search).map((word) => likest(word, vocabulary) ?? word)
  const answer = corrected.join(' ')
  return answer === wordsOf(search).join(' ') ? undefined : answer
}

/** Shared trigrams over all trigrams of both words, from 0 to 1. */
export function similarity(a: string, b: string): number {
  const [x, y] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...x].filter((t) => y.has(t)).length
  return shared === 0 ? 0 : shared / (x.size + y.size - shared)
}

/** 1 − slips / length, where a slip is a letter added, lost, changed or swapped with its neighbour; 0 for more than two slips. */
export function closeness(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 0
  let [older, old, current] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)] as [
    number[],
    number[],
    number[],
  ]
  for (let i = 1; i <= a.length; i++) {
    ;[older, old, current] = [old, current, [i]]
    for (let j = 1; j <= b.length; j++) {
      const change = old[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (older[j - 2] ?? Number.POSITIVE_INFINITY) + 1 : change
      current[j] = Math.min(change, swap, old[j]! + 1, current[j - 1]! + 1)
    }
  }
  const slips = current[b.length]!
  return slips > 2 || slips * 3 > a.length ? 0 : 1 - slips / Math.max(a.length, b.length)
}

function likest(word: string, vocabulary: string[]): string | undefined {
  if (word.length < 3 || vocabulary.includes(word)) return undefined
  const ranked = vocabulary
    .map((known) => ({ known, like: Math.max(similarity(word, known), closeness(word, known)) }))
    .filter(({ like }) => like >= leastLike)
    .sort((a, b) => b.like - a.like || (a.known < b.known ? -1 : 1))
  return ranked[0]?.known
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word.toLowerCase()} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}
