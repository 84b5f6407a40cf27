import { type AddressParameters, patientsOf } from '@/lib/catalogue/module-filter-rules'
import { termOf } from '@/lib/catalogue/prices/calculator-rules'
import type { ComparedFor } from './comparison'

/** The modules that an address of the comparison names, repeated or with commas. */
export const comparedIds = (m: string | string[] | undefined): string[] =>
  [m ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .filter((id) => id !== '')

/** For whom an address asks: list size and term. */
export const comparedFor = ({ n, term }: AddressParameters): ComparedFor => ({
  patients: patientsOf(n),
  term: termOf(term),
})

/** Where the comparison of these modules stands: the page, or a download of it. */
export function comparisonAddress(ids: string[], { patients, term }: ComparedFor, page = '/compare'): string {
  const parts = [...ids.map((id) => `m=${id}`), ...(patients === null ? [] : [`n=${patients}`])]
  return `${page}?${[...parts, ...(term === null ? [] : [`term=${term}`])].join('&')}`
}

/** What a download's address asks for: which modules, for how many patients, over which term. */
export function readComparison(url: string): { m: string[]; n: number | null; term: number | null } {
  const parts = new URL(url).searchParams
  const { patients, term } = comparedFor({ n: parts.getAll('n'), term: parts.getAll('term') })
  return { m: comparedIds(parts.getAll('m')), n: patients, term }
}
