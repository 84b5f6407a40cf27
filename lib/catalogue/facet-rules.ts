import { applicationWords, hostingWords } from './listing'
import { allOfFacets, type FacetName, facetNames, type ModuleFilter } from './module-filter'
import type { FacetValue } from './module-view'

/** How many modules that satisfy every other facet bear exactly these values of this one. */
export type FacetGroup = { facet: string; values: string[]; count: number }
/** The values that occur in each facet, with how many modules there are after choosing each as well. */
export type FacetCounts = Record<FacetName, { value: string; count: number }[]>

export const kindWords: Record<string, string> = {
  foundation: 'Foundation (all six)',
  module: 'Other modules',
  'associated-service': 'Associated services',
}
export const standingWords: Record<string, string> = {
  conformant: 'Conformant',
  'work-off': 'Conformant with work-off',
  remediation: 'Under remediation',
  'not-conformant': 'Not conformant',
  'not-assessed': 'Not assessed',
  suspended: 'Suspended or removed',
}
/** The standing facet gathers labels that differ only in their date. */
export const standingOfLabel: Record<string, string> = {
  conformant: 'conformant',
  'conformant-until': 'conformant',
  'work-off': 'work-off',
  remediation: 'remediation',
  'not-conformant': 'not-conformant',
  'not-assessed': 'not-assessed',
  suspended: 'suspended',
  removed: 'suspended',
  withdrawn: 'suspended',
}

/** Names of facet values that data give: capabilities, integrations, frameworks, suppliers. */
export type FacetNames = Partial<Record<FacetName, Record<string, string>>>

/** The frameworks' source names no lots, so each has one (FRM-1). */
export const onlyLot = '1'
const fixedNames: FacetNames = {
  lot: { [onlyLot]: 'Lot 1' },
  app: applicationWords,
  host: hostingWords,
  standing: standingWords,
  kind: kindWords,
}

/** The filter without the values that nothing has, and which facets had some: the page says so (CAT-7). */
export function withoutUnknown(
  filter: ModuleFilter,
  names: FacetNames,
): { filter: ModuleFilter; ignored: FacetName[] } {
  const isKnown = (name: FacetName) => (value: string) => nameOf(names, name, value) !== undefined
  const ignored = facetNames.filter((name) => !filter[name].every(isKnown(name)))
  const kept = Object.fromEntries(ignored.map((name) => [name, filter[name].filter(isKnown(name))]))
  return { filter: ignored.length === 0 ? filter : { ...filter, ...kept }, ignored }
}

/** Every count follows from the groups: inside capability, epic and integration a choice narrows, inside the others it widens. */
export function countsOf(groups: FacetGroup[], filter: ModuleFilter): FacetCounts {
  return byFacet((name) => {
    const own = groups.filter((g) => g.facet === name)
    return [...new Set(own.flatMap((g) => g.values))].map((value) => ({
      value,
      count: afterChoosing(own, name, filter[name], value),
    }))
  })
}

/** The values beside each facet, each with the number of results there are after choosing it as well (CAT-3). */
export function facetsOf(
  counts: FacetCounts,
  names: FacetNames,
  filter: ModuleFilter,
  total: number,
): Record<FacetName, FacetValue[]> {
  return byFacet((name) => {
    const known = new Map(counts[name].map(({ value, count }) => [value, count]))
    const values = [...new Set([...known.keys(), ...filter[name]])].filter((value) => isOffered(name, value, filter))
    return values
      .map((value): FacetValue => {
        const chosen = filter[name].includes(value)
        const label = nameOf(names, name, value) ?? value
        return { value, label, chosen, count: chosen ? total : known.get(value)! }
      })
      .sort((a, b) => byText(a.label, b.label) || byText(a.value, b.value))
  })
}

/** There are hundreds of epics: only those of chosen capabilities are offered. */
function isOffered(name: FacetName, value: string, filter: ModuleFilter): boolean {
  return name !== 'epic' || filter.epic.includes(value) || filter.cap.includes(capabilityOfEpic(value))
}

/** `E00109@C1` is the epic E00109 as capability C1 asks for it. */
export const capabilityOfEpic = (epic: string): string => epic.slice(epic.indexOf('@') + 1)

export const byFacet = <T>(of: (name: FacetName) => T) =>
  Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Record<FacetName, T>

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many values of a long facet are shown at first. */
export const commonestShown = 12

/**
 * The commonest values and the chosen ones, in their order, and how many are left out: a page with every supplier of a large
 * market would be mostly boxes. Those in `also` stay whatever their count. The counts beside those shown are as true as before (CAT-3).
 */
export function shownValues<Value extends FacetValue>(
  values: Value[],
  isWhole: boolean,
  also: string[] = [],
): { shown: Value[]; left: number } {
  const byCount = values.toSorted((a, b) => b.count - a.count)
  const commonest = new Set(byCount.slice(0, commonestShown))
  const shown = isWhole
    ? values
    : values.filter((value) => value.chosen || commonest.has(value) || also.includes(value.value))
  return { shown, left: values.length - shown.length }
}

function afterChoosing(groups: FacetGroup[], name: FacetName, chosen: string[], value: string): number {
  const wanted = allOfFacets.includes(name) ? [value] : [...chosen, value]
  return groups.filter((g) => g.values.some((v) => wanted.includes(v))).reduce((sum, g) => sum + g.count, 0)
}

const nameOf = (names: FacetNames, name: FacetName, value: string): string | undefined =>
  (fixedNames[name] ?? names[name])?.[value]
