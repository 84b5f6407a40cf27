import { applicationWords, hostingWords } from './listing'
import { allOfFacets, type FacetName, facetNames, type ModuleFilter } from './module-filter'
import type { FacetValue } from './module-view'

/** How many modules that satisfy every other facet bear exactly these values of this one. */
export type FacetGroup = { facet: string; values: string[]; label: string | null; count: number }

export const kindWords: Record<string, string> = { foundation: 'Foundation (all six)', module: 'Other modules' }
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

/**
 * The values beside each facet, each with the number of results there are after choosing it as well (CAT-3): inside
 * capability and integration that narrows, inside the others it widens.
 */
export function facetsOf(groups: FacetGroup[], filter: ModuleFilter, total: number): Record<FacetName, FacetValue[]> {
  return Object.fromEntries(
    facetNames.map((name) => {
      const own = groups.filter((g) => g.facet === name)
      const values = [...new Set([...own.flatMap((g) => g.values), ...filter[name]])]
      const counted = values.map((value) => ({
        value,
        label: own.find((g) => g.label && g.values[0] === value)?.label ?? fixedWords(name, value),
        count: allOfFacets.includes(name)
          ? (own.find((g) => g.values[0] === value)?.count ?? 0)
          : afterChoosing(own, filter[name], value),
        chosen: filter[name].includes(value),
      }))
      return [
        name,
        counted
          .map((v) => (v.chosen ? { ...v, count: total } : v))
          .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
      ]
    }),
  ) as Record<FacetName, FacetValue[]>
}

function afterChoosing(groups: FacetGroup[], chosen: string[], value: string): number {
  const wanted = [...chosen, value]
  return groups.filter((g) => g.values.some((v) => wanted.includes(v))).reduce((sum, g) => sum + g.count, 0)
}

function fixedWords(name: FacetName, value: string): string {
  const words: Partial<Record<FacetName, Record<string, string>>> = {
    app: applicationWords,
    host: hostingWords,
    standing: standingWords,
    kind: kindWords,
  }
  return words[name]?.[value] ?? value
}
