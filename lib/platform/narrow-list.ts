import { z } from 'zod'

export const rowsOfAPage = 50

/** What the address of a list asks: words that a row must have all of, a state, and a page. Whatever is odd asks nothing. */
export const listQuestion = z.object({
  q: z.string().trim().max(100).catch(''),
  state: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ListQuestion = z.infer<typeof listQuestion>

/** One page of the rows that answer. `total` of them do, out of `of`; `first` is the number of the first that is shown, 0 where none is. */
export type Narrowed<T> = {
  rows: T[]
  first: number
  total: number
  of: number
  page: number
  pages: number
  question: ListQuestion
}

/**
 * The rows that answer a question, in the order in which they came. Words are looked for anywhere in a row's text, in any
 * order, whatever their case. A page past the end is the last one.
 */
export function narrow<T>(
  all: T[],
  asked: unknown,
  read: { textOf: (row: T) => string; stateOf: (row: T) => string },
  size = rowsOfAPage,
): Narrowed<T> {
  const question = listQuestion.parse(asked)
  const words = question.q.toLowerCase().split(/\s+/).filter(Boolean)
  const found = all.filter((row) => {
    const text = read.textOf(row).toLowerCase()
    return (question.state === '' || read.stateOf(row) === question.state) && words.every((word) => text.includes(word))
  })
  const pages = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(question.page, pages)
  const from = (page - 1) * size
  const rows = found.slice(from, from + size)
  return {
    rows,
    first: rows.length === 0 ? 0 : from + 1,
    total: found.length,
    of: all.length,
    page,
    pages,
    question: { ...question, page },
  }
}

/** The address of the same question on a page; without what asks nothing. */
export function questionAddress(path: string, { q, state }: ListQuestion, page = 1): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (state) query.set('state', state)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}
