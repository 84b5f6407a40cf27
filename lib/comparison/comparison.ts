/** One cell: always words, never blank; the tone only repeats them (CMP-2). */
export type Cell = { words: string; tone: 'plain' | 'good' | 'caution' | 'bad' | 'unknown' }
export type ComparisonLine = { key: string; label: string; section: string; cells: Cell[]; differs: boolean }
/** For whom the prices are: the reader's list and term, each null where it was not given. */
export type ComparedFor = { patients: number | null; term: number | null }

export const fewestCompared = 2
export const mostCompared = 8

export const plain = (words: string): Cell => ({ words, tone: 'plain' })
export const notStated: Cell = { words: 'Not stated', tone: 'unknown' }
export const stated = (words: string | null | undefined): Cell => (words ? plain(words) : notStated)
export const listed = (words: string[]): Cell => stated(words.join(', '))
