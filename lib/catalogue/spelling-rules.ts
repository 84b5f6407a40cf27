/**
 * What to search instead where a search finds nothing: each unknown word becomes the likest known one (CAT-4).
 * Likeness is the trigram similarity of PostgreSQL's pg_trgm, done here because a database may lack that extension.
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

function likest(word: string, vocabulary: string[]): string | undefined {
  if (word.length < 3 || vocabulary.includes(word)) return undefined
  const ranked = vocabulary
    .map((known) => ({ known, like: similarity(word, known) }))
    .filter(({ like }) => like >= leastLike)
    .sort((a, b) => b.like - a.like || (a.known < b.known ? -1 : 1))
  return ranked[0]?.known
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word.toLowerCase()} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}
