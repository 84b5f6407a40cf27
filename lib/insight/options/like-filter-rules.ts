import { emptyFilter, type ModuleFilter } from '@/lib/catalogue/module-filter'

/** The search for what does as much as a module with these capabilities, the cheapest first where the list size is known. */
export const likeFilter = (capabilityIds: string[], patients: number | null): ModuleFilter => ({
  ...emptyFilter,
  cap: capabilityIds.toSorted(),
  standing: ['conformant', 'conformant-until'],
  n: patients,
  sort: patients === null ? null : 'price',
})
