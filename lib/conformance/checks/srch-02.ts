import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { elementsOf, isFound, type Prefix, type Span, spanIn, spanOf } from './parts/dates'
import { keyOf, type Resource } from './parts/json'
import { type Page, searchPage, walk } from './parts/search'
import { readStatement, typesWith } from './parts/statement'

/** Of how many parameters dates are tried, and of a longer list how many pages are followed: a run has a limit of requests. */
const [mostParameters, mostPages] = [6, 3]

export const srch02 = defineCheck({
  id: 'SRCH-02',
  title: 'Dates find what lies where they say',
  requirement: 'ISNFR03',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Each declared search parameter for a date that looks at one element (the first six: birthdate, date, authoredon, start and the like) is asked with the day of ' +
    'one of its items: without prefix and with eq, ge, le, gt, lt and ne, with its month, with its year, and with a range of ge and le. Each answer ' +
    'holds every item that lies there and none that does not, where the type has no more items than three pages of a hundred; else none that ' +
    'does not. Where a day meets a time, UTC and London are both taken. [S32 ISNFR03; FHIR R4, search: date, prefixes]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const parameters = typesWith(statement, 'search-type').flatMap(({ type, parameterTypes }) =>
      [...parameterTypes].flatMap(([name, kind]) => {
        const elements = kind === 'date' ? elementsOf(type, name) : undefined
        return elements && name !== '_lastUpdated' ? [{ type, name, elements }] : []
      }),
    )
    if (parameters.length === 0) throw notClaimed('The capability statement declares no date that could be searched by')
    let tried = 0
    for (const parameter of parameters.slice(0, mostParameters)) tried += await tryOut(context, parameter)
    if (tried === 0) throw notExercised('NO_DATA', 'No item has a date that could be searched by')
    return `Dates find what lies where they say, with each prefix${statement.scope}`
  },
})

type Parameter = { type: string; name: string; elements: string[] }
type Corpus = { items: { key: string; span: Span }[]; whole: boolean }

/** @returns 1 where there was an item to ask for */
async function tryOut(context: CheckContext, parameter: Parameter): Promise<number> {
  const { type, name, elements } = parameter
  const first = await searchPage(context, `${type}?_count=100`, `search of ${type}`)
  const all = await walk(context, first, `search of ${type}`, mostPages)
  const dated = all.items.flatMap((item) => datedItem(item, elements))
  const day = pivotOf(all.items, elements, dated)
  if (day === undefined) return 0
  const corpus = { items: dated, whole: all.finished }
  const prefixed = (['eq', 'ge', 'le', 'gt', 'lt', 'ne'] as const).map((prefix) => [[prefix, day, `${prefix}${day}`]])
  const questions: Question[] = [
    [['eq', day, day]],
    ...(prefixed as Question[]),
    [['eq', day.slice(0, 7), day.slice(0, 7)]],
    [['eq', day.slice(0, 4), day.slice(0, 4)]],
    [
      ['ge', day.slice(0, 7), `ge${day.slice(0, 7)}`],
      ['le', day, `le${day}`],
    ],
  ]
  for (const question of questions) {
    const asked = question.map(([, , value]) => `${name}=${value}`).join('&')
    await mustFind(context, { type, asked, question, corpus })
  }
  return 1
}

/** Each part must hold: prefix, date, and how it is written. */
type Question = [prefix: Prefix, date: string, written: string][]
type Asked = { type: string; asked: string; question: Question; corpus: Corpus }

async function mustFind(context: CheckContext, { type, asked, question, corpus }: Asked): Promise<void> {
  const what = `search of ${type} with ${asked}`
  const page: Page = await searchPage(context, `${type}?${asked}&_count=100`, what)
  const { items, finished } = await walk(context, page, what, mostPages)
  const found = new Set(items.map(keyOf))
  for (const { key, span } of corpus.items) {
    const parts = question.map(([prefix, date]) => isFound(prefix, spanOf(date)!, span, date))
    const expected = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
    must(expected !== false || !found.has(key), 'DATE_WRONG', `${what}: it gives an item that does not lie there`)
    if (finished) must(expected !== true || found.has(key), 'DATE_MISSED', `${what}: it lacks an item that lies there`)
  }
  if (!corpus.whole) return
  const known = new Set(corpus.items.map(({ key }) => key))
  const ofOther = [...found].some((key) => key === undefined || !known.has(key))
  must(
    !ofOther || question.every(([prefix]) => prefix === 'ne'),
    'DATE_WRONG',
    `${what}: it gives an item without such a date`,
  )
}

function datedItem(item: Resource, elements: string[]): { key: string; span: Span }[] {
  const [key, span] = [keyOf(item), spanIn(item, elements)]
  return key !== undefined && span !== undefined ? [{ key, span }] : []
}

/** The day of an item in the middle, so that others lie on both sides; as it is written, at noon of which every zone agrees best. */
function pivotOf(items: Resource[], elements: string[], dated: Corpus['items']): string | undefined {
  const middle = [...dated].sort((one, other) => one.span.from - other.span.from)[Math.floor(dated.length / 2)]
  const item = items.find((one) => keyOf(one) === middle?.key)
  const found = elements.map((element) => JSON.stringify(item?.[element] ?? '')).join()
  return /\d{4}-\d\d-\d\d/.exec(found)?.[0]
}
