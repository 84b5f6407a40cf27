import { z } from 'zod'
import {
  type ApplicationType,
  applicationTypes,
  applicationWords,
  type Hosting,
  hostings,
  hostingWords,
} from '../listing'
import type { ReferenceNames } from '../module-view'
import { asTyped, type DraftSection, linesOf, many, one, orNull, type Raw } from './draft-section'

const raw = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const capability = /^C\d{1,2}$/
const capabilityOptions = (names: ReferenceNames) =>
  Object.entries(names.capabilities).map(([value, { name }]) => ({ value, text: `${name} (${value})` }))

/** P12: which capabilities are claimed, and which of their epics are met. */
export const capabilities: DraftSection = {
  slug: 'capabilities',
  code: 'P12',
  title: 'Capabilities and epics',
  needed: true,
  fields: (_, names) => [
    {
      name: 'capabilityIds',
      label: 'Capabilities you claim',
      kind: 'checks',
      hint: 'What you claim is assessed before anybody reads it as met',
      options: capabilityOptions(names),
    },
    {
      name: 'epics',
      label: 'Epics you meet',
      kind: 'area',
      hint: 'One capability a line with its epics, like C5: E00001, E00002',
    },
  ],
  values: (l) => ({
    capabilityIds: l.capabilities.map((c) => c.id),
    epics: l.capabilities
      .filter((c) => c.epicIds.length > 0)
      .map((c) => `${c.id}: ${c.epicIds.join(', ')}`)
      .join('\n'),
  }),
  schema: raw.transform((form, ctx) => {
    const ids = many(form, 'capabilityIds').filter((id) => capability.test(id))
    const complain = (message: string) => ctx.addIssue({ code: 'custom', path: ['epics'], message })
    const epics = new Map<string, string[]>()
    for (const line of linesOf(one(form, 'epics'))) {
      const [, id, rest] = /^(C\d{1,2}):\s*(.*)$/.exec(line) ?? []
      if (!id) complain(`Write each line like C5: E00001, E00002. This one is not: ${line.slice(0, 60)}`)
      else if (!ids.includes(id)) complain(`You do not claim ${id}: tick it above, or take its epics away`)
      else
        epics.set(
          id,
          rest!.split(/[\s,]+/).filter((epic) => epic !== '' && epic.length <= 20),
        )
    }
    return { capabilities: ids.map((id) => ({ id, epicIds: [...new Set(epics.get(id) ?? [])] })) }
  }),
  isDone: (l) => l.capabilities.length > 0,
}

/** P15: what it cannot do without. */
export const needs: DraftSection = {
  slug: 'needs',
  code: 'P15',
  title: 'Needs other modules',
  needed: false,
  fields: (_, names) => [
    {
      name: 'requires',
      label: 'Capabilities that another module must bring',
      kind: 'checks',
      options: capabilityOptions(names),
    },
  ],
  values: (l) => ({ requires: l.requires }),
  schema: raw.transform((form) => ({ requires: many(form, 'requires').filter((id) => capability.test(id)) })),
  isDone: (l) => l.requires.length > 0,
}

/** P17. */
export const integrations: DraftSection = {
  slug: 'integrations',
  code: 'P17',
  title: 'Interoperability',
  needed: false,
  fields: (_, names) =>
    Object.entries(names.integrations).flatMap(([id, name]) => [
      {
        name: `${id}-role`,
        label: 'Role',
        kind: 'choice' as const,
        group: name,
        options: [
          { value: '', text: 'Not used' },
          { value: 'consumer', text: 'Consumer' },
          { value: 'provider', text: 'Provider' },
        ],
      },
      { name: `${id}-with`, label: 'With whom', kind: 'text' as const, max: 100, group: name },
      { name: `${id}-what`, label: 'What is exchanged', kind: 'area' as const, max: 1000, group: name },
    ]),
  values: (l) =>
    Object.fromEntries(
      l.integrations.flatMap((i) => [
        [`${i.type}-role`, i.role],
        [`${i.type}-with`, i.withWhom ?? ''],
        [`${i.type}-what`, i.description ?? ''],
      ]),
    ),
  schema: raw.transform((form, ctx) => ({
    integrations: Object.keys(form)
      .filter((name) => name.endsWith('-role'))
      .map((name) => name.slice(0, -'-role'.length))
      .flatMap((type) => {
        const role = one(form, `${type}-role`)
        if (role !== 'provider' && role !== 'consumer') return []
        const withWhom = limited(form, ctx, `${type}-with`, 100)
        return [
          {
            type,
            role: role as 'provider' | 'consumer',
            withWhom,
            description: limited(form, ctx, `${type}-what`, 1000),
          },
        ]
      }),
  })),
  isDone: (l) => l.integrations.length > 0,
}

/** P19. */
export const applications: DraftSection = {
  slug: 'application-types',
  code: 'P19',
  title: 'Application types',
  needed: true,
  fields: () =>
    applicationTypes.flatMap((type) => [
      { name: `${type}-used`, label: 'Offered', kind: 'check' as const, group: applicationWords[type] },
      {
        name: `${type}-summary`,
        label: 'What it needs',
        kind: 'area' as const,
        max: 1000,
        group: applicationWords[type],
        hint: 'Browsers or systems, connection, memory, resolution: up to 1,000 characters',
      },
    ]),
  values: (l) =>
    Object.fromEntries(
      l.applications.flatMap((a) => [
        [`${a.type}-used`, 'yes'],
        [`${a.type}-summary`, a.summary ?? ''],
      ]),
    ),
  schema: raw.transform((form, ctx) => ({
    applications: applicationTypes
      .filter((type) => one(form, `${type}-used`) === 'yes')
      .map((type: ApplicationType) => ({ type, summary: limited(form, ctx, `${type}-summary`, 1000) })),
  })),
  isDone: (l) => l.applications.length > 0,
}

/** P20. */
export const hosting: DraftSection = {
  slug: 'hosting',
  code: 'P20',
  title: 'Hosting',
  needed: true,
  fields: () =>
    hostings.flatMap((type) => [
      { name: `${type}-used`, label: 'Offered', kind: 'check' as const, group: hostingWords[type] },
      { name: `${type}-summary`, label: 'Summary', kind: 'area' as const, max: 500, group: hostingWords[type] },
      {
        name: `${type}-hscn`,
        label: 'Needs HSCN',
        kind: 'choice' as const,
        group: hostingWords[type],
        options: [
          { value: '', text: 'Not stated' },
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      },
      {
        name: `${type}-country`,
        label: 'Country of storage',
        kind: 'text' as const,
        max: 100,
        group: hostingWords[type],
      },
    ]),
  values: (l) =>
    Object.fromEntries(
      l.hosting.flatMap((h) => [
        [`${h.type}-used`, 'yes'],
        [`${h.type}-summary`, h.summary ?? ''],
        [`${h.type}-hscn`, h.hscn === null ? '' : h.hscn ? 'yes' : 'no'],
        [`${h.type}-country`, h.country ?? ''],
      ]),
    ),
  schema: raw.transform((form, ctx) => ({
    hosting: hostings
      .filter((type) => one(form, `${type}-used`) === 'yes')
      .map((type: Hosting) => ({
        type,
        summary: limited(form, ctx, `${type}-summary`, 500),
        hscn: { yes: true, no: false }[one(form, `${type}-hscn`)] ?? null,
        country: limited(form, ctx, `${type}-country`, 100),
      })),
  })),
  isDone: (l) => l.hosting.length > 0,
}

function limited(form: Raw, ctx: z.RefinementCtx, name: string, max: number): string | null {
  const text = orNull(asTyped(one(form, name)))
  if (text !== null && text.length > max)
    ctx.addIssue({
      code: 'custom',
      path: [name],
      message: `This must be ${max.toLocaleString('en-GB')} characters or fewer`,
    })
  return text
}
