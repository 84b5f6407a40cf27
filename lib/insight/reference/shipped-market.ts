import type { AreaFigures, Market, SystemCounts } from '../market'
import { areaLines, icbLines, unplacedLine } from './area-figures'

const counts = (text: string): SystemCounts =>
  Object.fromEntries(
    text === '' ? [] : text.split(',').map((pair) => [pair.split(':')[0]!, Number(pair.split(':')[1])]),
  )

const icbs = new Map(icbLines.map((line) => line.split('|') as [string, string]))

/** The figures that come with the product, so that the market is real before anything is imported. */
export const shippedMarket: Market = {
  origin: 'files',
  nowAsOf: '2025-08-31',
  beforeAsOf: '2019-09-30',
  patientsAsOf: '2022-05-01',
  areas: areaLines.map(areaOf),
  unplacedBefore: counts(unplacedLine),
}

function areaOf(line: string): AreaFigures {
  const [code, icbCode, practices, patients, unresolved, before, moves, name] = line.split('|') as string[]
  return {
    code: code!,
    name: name ?? `${icbs.get(icbCode!)!.replace('Integrated Care Board', 'ICB')} - ${code}`,
    icbCode: icbCode!,
    icbName: icbs.get(icbCode!)!,
    practices: counts(practices!),
    patients: counts(patients!),
    unresolved: Number(unresolved),
    before: counts(before!),
    moves: counts(moves!),
  }
}
