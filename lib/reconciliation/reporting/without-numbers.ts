/** The text with `*` for every run of ten digits, spaced or not: it could be an NHS number, whatever it was meant to be. */
export const withoutNumbers = (text: string): string => text.replace(/\d(?:[ -]?\d){9,}/g, '*')
