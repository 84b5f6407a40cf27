import type { Market, MarketModule } from './market'
import type { Entry, Row } from './program'
import * as id from './row-ids'

/** Where the columns of suppliers and wishes begin. */
export type Places = { firstSupplier: number; firstWish: number }

/** What the buyer asks for: needs, keeps, what is left or avoided, gates, the floor of wishes. */
export function wishRows(market: Market, places: Places): Row[] {
  const covers = market.needs.flatMap((need, n) =>
    atSites(market, (x) =>
      atLeastOne(
        id.cover(need.id),
        `you need ${need.words}`,
        market.modules.flatMap((module, m) => (module.meets.includes(n) ? [x(m)] : [])),
      ),
    ),
  )
  const floor = row(id.floor, `at least ${market.choice.limits.floorPercent} % of your wishes`, 'wish', {
    lower: market.floorWorth,
    entries: market.wishes.map(({ worth }, w): Entry => [places.firstWish + w, worth]),
  })
  return [...covers, ...(market.floorWorth > 0 ? [floor] : []), ...keepRows(market), ...barRows(market)]
}

function keepRows(market: Market): Row[] {
  const lost = market.alwaysOwed
    .filter(({ isKeepAsked }) => isKeepAsked)
    .map(({ practice, moduleId }) => {
      const at = market.practices[practice]!
      return row(id.keep(at.id, moduleId), `you keep a module that has no price now${where(market, at.name)}`, 'wish', {
        lower: 1,
        entries: [],
      })
    })
  const rows = eachPick(market, (module, site, x) =>
    market.sites[site]!.practices.flatMap((practice) => {
      const at = market.practices[practice]!
      const words = `${module.name}${where(market, at.name)}`
      const keep = module.today[practice]?.facts.keep ?? 'free'
      if (keep === 'must')
        return [row(id.keep(at.id, module.id), `you keep ${words}`, 'wish', { lower: 1, entries: [[x, 1]] })]
      if (keep === 'must-not')
        return [row(id.drop(at.id, module.id), `you leave ${words}`, 'wish', { upper: 0, entries: [[x, 1]] })]
      return []
    }),
  )
  return [...lost, ...rows]
}

function barRows(market: Market): Row[] {
  return eachPick(market, (module, site, x) => {
    const none = { upper: 0, entries: [[x, 1]] as Entry[] }
    const gate = module.gates[site]
    const at = where(market, market.sites[site]!.name)
    return [
      ...(gate ? [row(id.gate(module.id), `${module.name}${at}: ${gate.words}`, 'wish', none)] : []),
      ...module.avoided.map(({ group, words }) => row(group, words, 'wish', none)),
    ]
  })
}

/** What the market is: one record system, requirements, exclusions, pairing; and the ties of suppliers and wishes. */
export function factRows(market: Market, { firstSupplier, firstWish }: Places): Row[] {
  const place = new Map(market.modules.map((module, m) => [module.id, m]))
  const records = market.modules.flatMap(({ candidate }, m) => (candidate.isRecordSystem ? [m] : []))
  const one = atSites(market, (x) =>
    row(id.one, 'exactly one principal record system', 'fact', {
      lower: 1,
      upper: 1,
      entries: records.map((m): Entry => [x(m), 1]),
    }),
  )
  const perModule = market.modules.flatMap((module, m) =>
    atSites(market, (x) => [
      ...requireRows(module, x(m), (b) => (place.has(b) ? x(place.get(b)!) : undefined)),
      ...conflictRows(market, module, x, place),
      ...pairRows(market, module, m, records, x),
      row(`C-SUP:${module.id}`, '', 'structure', {
        upper: 0,
        entries: [
          [x(m), 1],
          [firstSupplier + module.supplier, -1],
        ],
      }),
    ]),
  )
  const wishes = market.wishes.flatMap((wish, w) =>
    atSites(market, (x) =>
      row(`C-WISH:${wish.id}`, '', 'structure', {
        upper: 0,
        entries: [
          ...market.modules.flatMap(({ fulfils }, m): Entry[] => (fulfils.includes(w) ? [[x(m), -1]] : [])),
          [firstWish + w, 1],
        ],
      }),
    ),
  )
  return [...one, ...perModule, ...wishes]
}

function requireRows(
  { id: own, candidate }: MarketModule,
  x: number,
  columnOf: (id: string) => number | undefined,
): Row[] {
  return candidate.requires.flatMap(({ oneOf, words }, i) => {
    const targets = [...new Set(oneOf.map(columnOf))].filter((c) => c !== undefined).sort((a, b) => a - b)
    if (targets.includes(x)) return []
    const entries: Entry[] = [[x, 1], ...targets.map((b): Entry => [b, -1])]
    return [row(id.requires(own, i), words, 'fact', { upper: 0, entries })]
  })
}

function conflictRows(
  market: Market,
  module: MarketModule,
  x: (m: number) => number,
  place: Map<string, number>,
): Row[] {
  const m = place.get(module.id)!
  return [...new Set(module.candidate.conflicts)].sort().flatMap((other) => {
    const b = place.get(other)
    // Where both declare it, the first of the two has the row.
    if (b === undefined || b === m || (b < m && market.modules[b]!.candidate.conflicts.includes(module.id))) return []
    const words = `${module.name} and ${market.modules[b]!.name} exclude each other`
    return [
      row(id.conflicts(module.id, other), words, 'fact', {
        upper: 1,
        entries: [
          [x(m), 1],
          [x(b), 1],
        ],
      }),
    ]
  })
}

/** One row a module, not one a pair (MOD-1): of the systems that it is not paired with none may stand beside it. */
function pairRows(market: Market, module: MarketModule, m: number, records: number[], x: (m: number) => number): Row[] {
  const paired = module.candidate.pairedWith
  if (paired === null) return []
  const others = records.filter((r) => r !== m && !paired.includes(market.modules[r]!.id))
  if (others.length === 0) return []
  const names = others.map((r) => market.modules[r]!.name).join(', ')
  const entries: Entry[] = [[x(m), 1], ...others.map((r): Entry => [x(r), 1])]
  return [
    row(id.pair(module.id), `${module.name} is not confirmed to work with ${names}`, 'fact', { upper: 1, entries }),
  ]
}

function atSites(market: Market, rowsAt: (x: (m: number) => number) => Row | Row[]): Row[] {
  const { sites } = market
  return sites.flatMap((site, s) =>
    [rowsAt((m) => m * sites.length + s)]
      .flat()
      .map((r) => (sites.length > 1 ? { ...r, id: `${r.id}@${site.id}` } : r)),
  )
}

function eachPick(market: Market, rowsOf: (module: MarketModule, site: number, x: number) => Row[]): Row[] {
  const { sites } = market
  return market.modules.flatMap((module, m) => sites.flatMap((_, s) => rowsOf(module, s, m * sites.length + s)))
}

const atLeastOne = (group: string, words: string, columns: number[]): Row =>
  row(group, words, 'wish', { lower: 1, entries: columns.map((c): Entry => [c, 1]) })

/** Which practice is meant, where there are several. */
const where = ({ practices }: Market, name: string): string =>
  practices.length > 1 && name !== '' ? ` at ${name}` : ''

export function row(
  group: string,
  words: string,
  kind: Row['kind'],
  { lower = -Infinity, upper = Infinity, entries }: { lower?: number; upper?: number; entries: Entry[] },
): Row {
  return { id: group, group, words, kind, lower, upper, entries }
}
