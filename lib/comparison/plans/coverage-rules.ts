import type { Choice, Plan } from '../optimiser/choice'
import { inOrder, moduleName } from './plan-names'

export type CoverageLine = { id: string; words: string; kind: 'need' | 'wish'; cells: boolean[]; isMet: boolean }
export type Coverage = { modules: { id: string; name: string }[]; lines: CoverageLine[] }

/** Which module of a plan meets which need and fulfils which wish. */
export function coverageOf(choice: Choice, plan: Plan): Coverage {
  const modules = inOrder(choice, plan)
  const ofModule = (id: string) => choice.candidates.find(({ moduleId }) => moduleId === id)
  const line = (kind: 'need' | 'wish', id: string, words: string): CoverageLine => {
    const cells = modules.map(
      (module) => ofModule(module)?.[kind === 'need' ? 'meets' : 'fulfils'].includes(id) ?? false,
    )
    return { id, words, kind, cells, isMet: cells.includes(true) }
  }
  return {
    modules: modules.map((id) => ({ id, name: moduleName(choice, id) })),
    lines: [
      ...choice.needs.map(({ id, words }) => line('need', id, words)),
      ...choice.wishes.map(({ id, words, worth }) => line('wish', id, `Wish worth ${worth}: ${words}`)),
    ],
  }
}
