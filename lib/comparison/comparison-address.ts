import { type AddressParameters, patientsOf } from '@/lib/catalogue/module-filter-rules'

/** The modules that an address of the comparison names, repeated or with commas. */
export const comparedIds = (m: string | string[] | undefined): string[] =>
  [m ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .filter((id) => id !== '')

/** Where the comparison of these modules stands: the page, or a download of it. */
export function comparisonAddress(ids: string[], patients: number | null, page = '/compare'): string {
  return `${page}?${ids.map((id) => `m=${id}`).join('&')}${patients === null ? '' : `&n=${patients}`}`
}

/** What a download's address asks for: which modules, for how many patients. */
export function readComparison(url: string): { m: string[]; n: number | null } {
  const parts = new URL(url).searchParams
  const parameters: AddressParameters = { n: parts.getAll('n') }
  return { m: comparedIds(parts.getAll('m')), n: patientsOf(parameters.n) }
}
