/** A second appointment book beside the clinical system; never the principal (IMP-9). */
export const secondBook = 'EVERGREENLIFE'

/** The names in the rows of one practice, united and split at '/', each once in alphabetical order; and those that may be principal. */
export function systemNames(suppliers: string[]): { all: string[]; principals: string[] } {
  const names = suppliers.flatMap((supplier) => supplier.split('/')).map((name) => name.trim().toUpperCase())
  const all = [...new Set(names)].filter((name) => name !== '').sort()
  return { all, principals: all.filter((name) => name !== secondBook) }
}
