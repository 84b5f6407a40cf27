import { applicationWords, hostingWords } from './listing'
import { allOfFacets, type FacetName, facetNames, type ModuleFilter } from './module-filter'
import type { FacetValue } from './module-view'

/** How many modules that satisfy every other facet bear exactly these values of this one. */
export type FacetGroup = { facet: string; values: string[]; count: number }

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

const fixedNames: FacetNames = { app: applicationWords, host: hostingWords, standing: standingWords, kind: kindWords }

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

/**
 * The values beside each facet, each with the number of results there are after choosing it as well (CAT-3): inside
 * capability and integration that narrows, inside the others it widens.
 */
export function facetsOf(
  groups: FacetGroup[],
  names: FacetNames,
  filter: ModuleFilter,
  total: number,
): Record<FacetName, FacetValue[]> {
  return Object.fromEntries(
    facetNames.map((name) => {
      const own = groups.filter((g) => g.facet === name)
      const values = [...new Set([...own.flatMap((g) => g.values), ...filter[name]])]
      const counted = values.map((value): FacetValue => {
        const chosen = filter[name].includes(value)
        const label = nameOf(names, name, value) ?? value
        return { value, label, chosen, count: chosen ? total : afterChoosing(own, name, filter[name], value) }
      })
      return [name, counted.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))]
    }),
  ) as Record<FacetName, FacetValue[]>
}

/** How many values of a long facet are shown at first. */
export const commonestShown = 12

/**
 * The commonest values and the chosen ones, in their order, and how many are left out: a page with every supplier of a large
 * market would be mostly boxes. The counts beside those shown are as true as before (CAT-3).
 */
export function shownValues(values: FacetValue[], isWhole: boolean): { shown: FacetValue[]; left: number } {
  const byCount = values.toSorted((a, b) => b.count - a.count)
  const commonest = new Set(byCount.slice(0, commonestShown))
  const shown = isWhole ? values : values.filter((value) => value.chosen || commonest.has(value))
  return { shown, left: values.length - shown.length }
}

function afterChoosing(groups: FacetGroup[], name: FacetName, chosen: string[], value: string): number {
  const wanted = allOfFacets.includes(name) ? [value] : [...chosen, value]
  return groups.filter((g) => g.values.some((v) => wanted.includes(v))).reduce((sum, g) => sum + g.count, 0)
}

const nameOf = (names: FacetNames, name: FacetName, value: string): string | undefined =>
  (fixedNames[name] ?? names[name])?.[value]
