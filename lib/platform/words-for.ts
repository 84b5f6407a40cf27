/**
 * The words for a key out of an address, where there are any. A key is what somebody typed: it may come twice, or be a word
 * that every object knows (`constructor`), and then there are none.
 */
export function wordsFor(words: Record<string, string>, key: string | string[] | undefined): string | undefined {
  return typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined
}
