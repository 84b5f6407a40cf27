/** COM-9 in words: names of losers without whom somebody else would win. */
export const sensitivityWords = (deciders: string[]): string =>
  deciders.length === 0
    ? 'The result does not hang on who took part: without any one of the losers the same would win.'
    : `The result hangs on who took part: without ${deciders.join(', or without ')} it would be another.`
