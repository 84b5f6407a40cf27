import 'server-only'
import { searchStandards } from '@/lib/assurance/standards/search-standards'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import { searchModules } from '@/lib/catalogue/search-modules'
import { searchSuppliers } from '@/lib/catalogue/suppliers/search-suppliers'
import { contractStateLabels } from '@/lib/contracts/contract'
import { registerFilter, registerQuery } from '@/lib/contracts/register/register-filter'
import { searchContracts } from '@/lib/contracts/register/search-contracts'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { callOffLabels } from '@/lib/procurement/call-offs/call-off'
import { searchCallOffs } from '@/lib/procurement/call-offs/search-call-offs'
import { searchSwitches } from '@/lib/switching/search-switches'
import { switchStateLabels } from '@/lib/switching/switch'
import { inMixedCase } from '../practice'
import { searchPractices } from '../search-practices'
import type { FoundGroup, SearchAnswer } from './found'
import { inOrder, isEnough, isExact, mayBeMisspelt, tidied } from './search-rules'

const shown = 5

/**
 * What bears this name or code, whatever it is. Each room looks among what this reader may see, on the row, so that what is
 * hidden is not even counted; a visitor finds what is public. A bounded number of statements, however much is found.
 */
export async function searchEverything(ctx: Context, typed: string): Promise<SearchAnswer> {
  const text = tidied(typed)
  if (!isEnough(text)) return { text, asked: false, groups: [] }
  const groups = await Promise.all([
    modules(ctx, text),
    suppliers(ctx, text),
    practices(ctx, text),
    standards(ctx, text),
    ...(ctx.actor.grants.length > 0 ? [contracts(ctx, text), orders(ctx, text), switches(ctx, text)] : []),
  ])
  return { text, asked: true, groups: inOrder(groups) }
}

async function modules(ctx: Context, text: string): Promise<FoundGroup> {
  const { cards, total, correctedTo } = await searchModules(ctx, { ...emptyFilter, q: text }, shown)
  const isOwn = correctedTo === null || mayBeMisspelt(text)
  const found = cards.map(({ id, name, supplierBrand, standing }) => ({
    href: `/modules/${id}`,
    title: name,
    facts: [supplierBrand, standing.words],
    exact: isExact(text, name),
  }))
  const all = `/modules?q=${encodeURIComponent(text)}`
  return { kind: 'module', total: isOwn ? total : 0, orMore: false, found: isOwn ? found : [], all }
}

async function suppliers(ctx: Context, text: string): Promise<FoundGroup> {
  const rows = await searchSuppliers(ctx.actor, text, shown)
  const found = rows.map(({ slug, brand, legalName, modules: listed }) => ({
    href: `/modules?supplier=${encodeURIComponent(slug)}`,
    title: brand,
    facts: [legalName, listed === 1 ? '1 module' : `${listed} modules`],
    exact: isExact(text, brand, legalName),
  }))
  return { kind: 'supplier', total: rows[0]?.total ?? 0, orMore: false, found, all: '/modules' }
}

async function practices(ctx: Context, text: string): Promise<FoundGroup> {
  const search = await searchPractices(ctx.actor, text)
  const found = search.practices.slice(0, shown).map(({ code, name, postcode }) => ({
    href: `/systems/${code}`,
    title: inMixedCase(name),
    facts: [code, ...(postcode ? [postcode] : [])],
    exact: isExact(text, code, name),
  }))
  const all = `/systems?q=${encodeURIComponent(text)}`
  return { kind: 'practice', total: search.practices.length, orMore: search.more, found, all }
}

async function standards(ctx: Context, text: string): Promise<FoundGroup> {
  const rows = await searchStandards(ctx.actor, text, shown)
  const found = rows.map(({ id, name, retired }) => ({
    href: `/standards/${id}`,
    title: name,
    facts: [id, ...(retired ? ['Retired'] : [])],
    exact: isExact(text, id, name),
  }))
  return { kind: 'standard', total: rows[0]?.total ?? 0, orMore: false, found, all: '/standards' }
}

async function contracts(ctx: Context, text: string): Promise<FoundGroup> {
  const filter = registerFilter.parse({ words: text })
  const { lines, total } = await searchContracts(ctx.actor, filter, 1, dayOf(ctx.now))
  const found = lines.slice(0, shown).map((line) => ({
    href: `/contracts/${line.id}`,
    title: `${line.number}: ${line.moduleName}`,
    facts: [line.practice, line.supplier, contractStateLabels[line.state]],
    exact: isExact(text, line.number),
  }))
  return { kind: 'contract', total, orMore: false, found, all: `/contracts?${registerQuery(filter)}` }
}

async function orders(ctx: Context, text: string): Promise<FoundGroup> {
  const rows = await searchCallOffs(ctx.actor, text, shown)
  const found = rows.map(({ id, number, moduleName, practice, state }) => ({
    href: `/call-offs/${id}`,
    title: `${number}: ${moduleName}`,
    facts: [practice, callOffLabels[state].words],
    exact: isExact(text, number),
  }))
  return { kind: 'order', total: rows[0]?.total ?? 0, orMore: false, found, all: '/call-offs' }
}

async function switches(ctx: Context, text: string): Promise<FoundGroup> {
  const rows = await searchSwitches(ctx.actor, text, shown)
  const found = rows.map(({ id, practice, losing, gaining, state }) => ({
    href: `/switches/${id}`,
    title: `${practice}: from ${losing} to ${gaining ?? 'a system not chosen yet'}`,
    facts: [switchStateLabels[state]],
    exact: isExact(text, id),
  }))
  return { kind: 'switch', total: rows[0]?.total ?? 0, orMore: false, found, all: '/switches' }
}
