import type { ModuleView } from '@/lib/catalogue/module-view'
import { type Cell, listed, stated } from './comparison'

export type Row = { label: string; cell: (module: ModuleView) => Cell }
export type Section = { title: string; rows: Row[] }
type Text = ModuleView['listing']

export const row = (label: string, cell: Row['cell']): Row => ({ label, cell })
/** A row of one text of the listing. */
export const text = (label: string, of: (listing: Text) => string | null | undefined): Row =>
  row(label, ({ listing }) => stated(of(listing)))
/** A row of several words of the listing. */
export const list = (label: string, of: (listing: Text) => string[]): Row =>
  row(label, ({ listing }) => listed(of(listing)))

/** What any of the modules has, each once, in the order of names and numbers. */
export function union(modules: ModuleView[], valuesOf: (m: ModuleView) => string[]): string[] {
  return [...new Set(modules.flatMap(valuesOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
