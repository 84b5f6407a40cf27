import type { z } from 'zod'
import { isId } from '@/lib/platform/ids'
import {
  contradictionOf,
  type Dependency,
  dependenciesOf,
  mostDependencies,
  mostNote,
  namedModules,
  neededCapabilities,
  type Relation,
  relations,
  relationWords,
} from '../dependencies/dependency'
import type { Listing } from '../listing'
import { capabilityId, capabilityOptions } from './claim-sections'
import {
  asTyped,
  type DraftNames,
  type DraftSection,
  many,
  one,
  orNull,
  type Raw,
  rawForm,
  type SectionField,
} from './draft-section'

type Read = z.RefinementCtx
const versionShape = /^\d{1,4}(\.\d{1,4}){0,2}$/
const options = relations.map((value) => ({ value, text: relationWords[value] }))
const ofModules = (listing: Listing) => dependenciesOf(listing).filter((d) => d.moduleIds !== undefined)

/** P15: what it cannot do without, what it works with, what it cannot stand beside (DEP-1). */
export const needs: DraftSection = {
  slug: 'needs',
  code: 'P15',
  title: 'Needs, works with, conflicts',
  needed: 'never',
  modulesOnly: true,
  fields: (listing, names) => [
    {
      name: 'requires',
      label: 'Capabilities that another module must bring',
      kind: 'checks',
      hint: 'Any module with the capability will do. Save, and a version and a note are asked here',
      options: capabilityOptions(names, neededCapabilities(listing)),
    },
    ...neededCapabilities(listing).flatMap((id) => details(`q-${id}`, `Needs ${names.capabilities[id]?.name ?? id}`)),
    ...ofModules(listing).flatMap((said, i) => saidFields(`d${i}`, said, names)),
    ...(names.found ? newFields(names.found) : []),
  ],
  values: (listing) => ({
    requires: neededCapabilities(listing),
    ...Object.assign(
      {},
      ...dependenciesOf(listing).map((d) => (d.capabilityId ? shown(`q-${d.capabilityId}`, d) : {})),
    ),
    ...Object.assign({}, ...ofModules(listing).map((d, i) => saidValues(`d${i}`, d))),
  }),
  schema: rawForm.transform((form, ctx) => {
    const requires = many(form, 'requires').filter((id) => capabilityId.test(id))
    const dependencies = [
      ...requires.flatMap((id) => capabilityNeed(form, ctx, id)),
      ...Object.keys(form)
        .filter((name) => /^d\d{1,2}-modules$/.test(name))
        .flatMap((name) => said(form, ctx, name.slice(0, -'-modules'.length), one(form, name).split(','))),
      ...said(form, ctx, 'new', many(form, 'new-modules')),
    ]
    const complain = (message: string) => ctx.addIssue({ code: 'custom', path: [fieldOf(form)], message })
    if (dependencies.length > mostDependencies) complain(`Name at most ${mostDependencies} modules`)
    const wrong = contradictionOf(dependencies)
    if (wrong) complain(wrong)
    const isSaid = dependencies.length > 0 ? dependencies : undefined
    return { requires, dependencies: isSaid, worksWith: undefined, conflicts: undefined }
  }),
  isDone: (listing) => dependenciesOf(listing).length > 0,
  faults: (next, _, { modules = {}, ownId }) => {
    const strange = namedModules(next).filter((id) => modules[id] === undefined)
    if (strange.length > 0) return { 'new-modules': ['This is no module of the catalogue: find it by its name'] }
    const wrong = contradictionOf(dependenciesOf(next), ownId)
    const none: Record<string, string[]> = {}
    return wrong ? { 'new-modules': [wrong] } : none
  },
}

const fieldOf = (form: Raw) => (many(form, 'new-modules').length > 0 ? 'new-modules' : 'd0-relation')

const details = (prefix: string, group: string): SectionField[] => [
  {
    name: `${prefix}-version`,
    label: 'Oldest version that will do',
    kind: 'text',
    hint: 'Like 2.0.0; leave it empty where any version will',
    max: 14,
    group,
  },
  { name: `${prefix}-note`, label: 'Note', kind: 'area', hint: `Up to ${mostNote} characters`, max: mostNote, group },
]

function saidFields(
  prefix: string,
  { relation, moduleIds = [] }: Dependency,
  { modules = {} }: DraftNames,
): SectionField[] {
  const names = moduleIds.map((id) => (modules[id] ? `${modules[id].name}, ${modules[id].supplierBrand}` : id))
  const group = `${relationWords[relation]}: ${names.join(' or ')}`
  const kept = relation !== 'requires' && moduleIds.length > 1 ? [] : options
  return [
    {
      name: `${prefix}-relation`,
      label: 'What you say of it',
      kind: 'choice',
      options: [
        ...kept.filter((o) => o.value === 'requires' || moduleIds.length === 1),
        { value: '', text: 'Nothing: take it away' },
      ],
      group,
    },
    { name: `${prefix}-modules`, label: 'Modules', kind: 'hidden' },
    ...details(prefix, group),
  ]
}

function newFields(found: NonNullable<DraftNames['found']>): SectionField[] {
  const group = 'Say something of a module that was found'
  if (found.length === 0) return []
  return [
    {
      name: 'new-modules',
      label: 'Modules',
      kind: 'checks',
      hint: 'Where one of several will do for a need, choose all of them',
      options: found.map(({ id, name, supplierBrand, version }) => ({
        value: id,
        text: `${name} ${version}, ${supplierBrand}`,
      })),
      group,
    },
    { name: 'new-relation', label: 'What you say of it', kind: 'choice', options, group },
    ...details('new', group),
  ]
}

const shown = (prefix: string, { minimumVersion, note }: Dependency): Raw => ({
  [`${prefix}-version`]: minimumVersion ?? '',
  [`${prefix}-note`]: note ?? '',
})
const saidValues = (prefix: string, said: Dependency): Raw => ({
  [`${prefix}-relation`]: said.relation,
  [`${prefix}-modules`]: (said.moduleIds ?? []).join(','),
  ...shown(prefix, said),
})

/** A capability alone stays in the older list; with a version or a note it is said in full. */
function capabilityNeed(form: Raw, ctx: Read, id: string): Dependency[] {
  const rest = readDetails(form, ctx, `q-${id}`)
  return Object.keys(rest).length > 0 ? [{ relation: 'requires', capabilityId: id, ...rest }] : []
}

function said(form: Raw, ctx: Read, prefix: string, ids: string[]): Dependency[] {
  const relation = relations.find((r) => r === one(form, `${prefix}-relation`))
  const complain = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [`${prefix}-${field}`], message })
  if (prefix !== 'new' && !relation) return []
  if (!relation && ids.length > 0) complain('relation', 'Choose what you say of it')
  if (relation && ids.length === 0) complain('modules', 'Choose a module')
  if (ids.some((id) => !isId(id))) complain('modules', 'This is no module of the catalogue: find it by its name')
  if (!relation || ids.length === 0) return []
  const rest = readDetails(form, ctx, prefix)
  return split(relation, ids).map((moduleIds) => ({ relation, moduleIds, ...rest }))
}

/** One of several will do for a need; everything else is said of each. */
const split = (relation: Relation, ids: string[]) => (relation === 'requires' ? [ids] : ids.map((id) => [id]))

function readDetails(form: Raw, ctx: Read, prefix: string): Pick<Dependency, 'minimumVersion' | 'note'> {
  const minimumVersion = orNull(one(form, `${prefix}-version`))
  const note = orNull(asTyped(one(form, `${prefix}-note`)))
  const complain = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [`${prefix}-${field}`], message })
  if (minimumVersion && !versionShape.test(minimumVersion)) complain('version', 'Enter a version, like 2.0.0')
  if (note && note.length > mostNote) complain('note', `The note must be ${mostNote} characters or fewer`)
  return { ...(minimumVersion && { minimumVersion }), ...(note && { note }) }
}
