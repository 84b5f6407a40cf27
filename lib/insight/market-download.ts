import { attribution, type Market, type Weight } from './market'
import type { RankedArea } from './market-filter'
import { decimal, movedOf, shareOf, systemsOf, total } from './market-rules'
import { sourceWords } from './market-words'

/** The areas as a table for a spreadsheet: its header and rows; the last row bears source and licence. */
export function marketTable(
  market: Market,
  rows: RankedArea[],
  weight: Weight,
): { header: string[]; rows: (string | number)[][] } {
  const systems = systemsOf(...rows.map(({ area }) => area.practices))
  const header = [
    'area_code',
    'area',
    'icb_code',
    'icb',
    ...systems.flatMap((system) => [`${system.toLowerCase()}_${weight}`, `${system.toLowerCase()}_share_percent`]),
    `all_${weight}`,
    'unresolved_practices',
    'hhi',
    'switched_practices',
    'practices_in_both_lists',
  ]
  const lines = rows.map(({ area, hhi }) => {
    const counts = area[weight]
    const { moved, of } = movedOf(area.moves)
    const shares = systems.flatMap((system) => [counts[system] ?? 0, decimal(shareOf(counts, system)!, 4)])
    return [
      area.code,
      area.name,
      area.icbCode,
      area.icbName,
      ...shares,
      total(counts),
      area.unresolved,
      decimal(hhi, 1),
      moved,
      of,
    ]
  })
  return { header, rows: [...lines, [`${sourceWords(market)} ${attribution}`]] }
}
