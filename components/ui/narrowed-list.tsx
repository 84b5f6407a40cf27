import type { ReactNode } from 'react'
import { type Narrowed, questionAddress } from '@/lib/platform/narrow-list'
import { Pager } from './pager'
import { Select } from './select'
import { TextField } from './text-field'

type Props = {
  path: string
  found: Pick<Narrowed<unknown>, 'first' | 'total' | 'of' | 'page' | 'pages' | 'question'> & { rows: unknown[] }
  /** What is listed: one, and many. */
  noun: [string, string]
  /** What the words are looked for in. */
  hint: string
  states: { value: string; text: string }[]
  /** The list itself, drawn where there is anything to show. */
  children: ReactNode
}

/**
 * A list that grows: its question in the address, how many answer and of how many, pages, and the way back where none answers.
 * A list of nothing says so itself and has no form.
 */
export function NarrowedList({ path, found, noun: [one, many], hint, states, children }: Props) {
  const { question, total, of } = found
  if (of === 0) return children
  const asks = question.q !== '' || question.state !== ''
  const all = <a href={path}>{of === 1 ? `Show the one ${one}` : `Show all ${of.toLocaleString('en-GB')} ${many}`}</a>
  return (
    <>
      <form action={path} method="get" aria-label={`Narrow the list of ${many}`} className="no-print">
        <div className="narrow-list">
          <TextField name="q" label="Words" hint={hint} value={question.q} width={20} />
          <Select
            name="state"
            label="State"
            options={[{ value: '', text: 'Any state' }, ...states]}
            value={question.state}
          />
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Show
          </button>
        </div>
      </form>
      <p>
        {countWords(found, one, many)}
        {asks && total > 0 ? <span className="no-print">. {all}</span> : null}
      </p>
      {total > 0 ? (
        children
      ) : (
        <p>
          No {one} answers this. Ask for less, or look at all of them: {all}
        </p>
      )}
      <Pager page={found.page} pages={found.pages} hrefOf={(page) => questionAddress(path, question, page)} />
    </>
  )
}

function countWords({ rows, first, total, of, pages }: Props['found'], one: string, many: string): string {
  const number = (n: number) => n.toLocaleString('en-GB')
  const named = (n: number) => (n === 1 ? `1 ${one}` : `${number(n)} ${many}`)
  const answering = total === of ? named(of) : `${number(total)} of ${named(of)}`
  return pages > 1 ? `${number(first)} to ${number(first + rows.length - 1)} of ${answering}` : answering
}
