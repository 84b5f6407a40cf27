import { edgesOf, type MachineRow } from '@/lib/platform/machine'
import type { ListedMachine } from './state-table'

const [opening, closing] = ['<!-- states -->', '<!-- /states -->']

/** The README of the room in which a machine stands. */
export const readmeOf = ({ file }: ListedMachine): string => `${file.split('/').slice(0, 2).join('/')}/README.md`

/** The README with the tables of the room's machines between its two marks. @throws where it has no marks. */
export function withStates(readme: string, listed: ListedMachine[]): string {
  const [before, rest] = [readme.indexOf(opening), readme.indexOf(closing)]
  if (before === -1 || rest < before) throw new Error(`There is no ${opening} … ${closing} in it`)
  return `${readme.slice(0, before)}${opening}\n${listed.map(tableOf).join('')}${readme.slice(rest)}`
}

function tableOf({ title, machine, starts }: ListedMachine): string {
  const first = starts.map((start) => ({ state: '(none)', command: start.by, to: start.to, event: start.event }))
  const lines = [...first, ...edgesOf(machine)].map(lineOf)
  const ends = Object.keys(machine).filter((state) => edgesOf({ [state]: machine[state]! }).length === 0)
  const ending = ends.length > 0 ? `\nEnds in: ${ends.join(', ')}.\n` : ''
  return `\n**${title}**\n\n| state | command | to | event |\n|---|---|---|---|\n${lines.join('')}${ending}`
}

const lineOf = ({ state, command, to, event }: MachineRow) => `| ${state} | ${command} | ${to} | ${event} |\n`
