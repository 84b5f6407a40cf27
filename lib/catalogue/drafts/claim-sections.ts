import { epicWords } from '../claim-rules'
import type { CapabilityClaim, IntegrationClaim, Listing } from '../listing'
import { blockFields, blockValues, type Cells, readBlock, stated } from './cells'
import { type DraftNames, type DraftSection, many, one, orNull, rawForm } from './draft-section'

export const capabilityId = /^C\d{1,2}$/
const epicId = /^[A-Z0-9]{1,20}$/
export const capabilityOptions = (names: DraftNames, kept: string[] = []) =>
  Object.entries(names.capabilities)
    .filter(([id, { expired }]) => !expired || kept.includes(id))
    .map(([value, { name, expired }]) => ({ value, text: `${name} (${value})${expired ? ', expired' : ''}` }))

/** P12: which capabilities are claimed, and which of their epics are met. */
export const capabilities: DraftSection = {
  slug: 'capabilities',
  code: 'P12',
  title: 'Capabilities and epics',
  needed: 'of-modules',
  modulesOnly: true,
  fields: (listing, names) => [
    {
      name: 'capabilityIds',
      label: 'Capabilities you claim',
      kind: 'checks',
      hint: 'What you claim is assessed before anybody reads it as met. Save, and the epics of each capability are asked here',
      options: capabilityOptions(
        names,
        listing.capabilities.map((c) => c.id),
      ),
    },
    ...listing.capabilities.flatMap((claim) => epicFields(claim, names)),
  ],
  values: (l) => ({
    capabilityIds: l.capabilities.map((c) => c.id),
    ...Object.fromEntries(
      l.capabilities.flatMap((c) => [
        [`${c.id}-met`, c.epicIds],
        [`${c.id}-not`, c.notMetEpicIds ?? []],
      ]),
    ),
  }),
  schema: rawForm.transform((form, ctx) => ({
    capabilities: many(form, 'capabilityIds')
      .filter((id) => capabilityId.test(id))
      .map((id): CapabilityClaim => {
        const [met, notMet] = [`${id}-met`, `${id}-not`].map((name) => [
          ...new Set(many(form, name).filter((e) => epicId.test(e))),
        ])
        const both = notMet!.filter((epic) => met!.includes(epic))
        if (both.length > 0)
          ctx.addIssue({
            code: 'custom',
            path: [`${id}-not`],
            message: `You say both of ${both.join(', ')}: met and not met`,
          })
        return { id, epicIds: met!, ...(notMet!.length > 0 && { notMetEpicIds: notMet! }) }
      }),
  })),
  isDone: (l) => l.capabilities.length > 0,
  faults: claimsAnew,
}

function epicFields({ id, epicIds, notMetEpicIds = [] }: CapabilityClaim, names: DraftNames) {
  const said = [...epicIds, ...notMetEpicIds]
  const options = (names.epics?.[id] ?? [])
    .filter((epic) => epic.active || said.includes(epic.id))
    .map(({ id: value, name, level, active }) => ({
      value,
      text: `${level} ${epicWords({ id: value, name })}${active ? '' : ' (no longer active)'}`,
    }))
  const group = `${names.capabilities[id]?.name ?? 'Unknown capability'} (${id})`
  if (options.length === 0) return []
  return [
    { name: `${id}-met`, label: 'Epics you meet', kind: 'checks' as const, options, group },
    {
      name: `${id}-not`,
      label: 'Epics you do not meet',
      kind: 'checks' as const,
      hint: 'What you tick in neither list is read as “not claimed”',
      options,
      group,
    },
  ]
}

/** CAP-2: nobody claims an expired capability or an inactive epic anew; who claimed it before keeps it, marked. */
function claimsAnew(next: Listing, before: Listing, names: DraftNames): Record<string, string[]> {
  const old = new Map(before.capabilities.map((c) => [c.id, c]))
  const faults: Record<string, string[]> = {}
  for (const { id, epicIds } of next.capabilities) {
    if (!old.has(id) && (names.capabilities[id]?.expired ?? false))
      faults.capabilityIds = [`${names.capabilities[id]!.name} (${id}) has expired: it cannot be claimed anew`]
    const inactive = (names.epics?.[id] ?? []).filter(
      (e) => !e.active && epicIds.includes(e.id) && !old.get(id)?.epicIds.includes(e.id),
    )
    if (inactive.length > 0)
      faults[`${id}-met`] = [`No longer active, so not to be claimed anew: ${inactive.map((e) => e.id).join(', ')}`]
  }
  return faults
}

const integrationCells: Cells = {
  role: {
    label: 'Role',
    kind: 'choice',
    options: [
      { value: '', text: 'Not used' },
      { value: 'consumer', text: 'Consumer' },
      { value: 'provider', text: 'Provider' },
    ],
  },
  withWhom: { label: 'With whom', kind: 'text', max: 100 },
  description: { label: 'What is exchanged', kind: 'area', max: 1000 },
  link: { label: 'Link to its documentation', kind: 'link' },
}

/** P17: blocks named by the id of the integration type. Without a role nothing is claimed. */
export const integrations: DraftSection = {
  slug: 'integrations',
  code: 'P17',
  title: 'Interoperability',
  needed: 'never',
  modulesOnly: true,
  fields: (_, names) =>
    Object.entries(names.integrations).flatMap(([id, name]) => blockFields(id, name, integrationCells)),
  values: (l) => Object.assign({}, ...l.integrations.map((i) => blockValues(i.type, integrationCells, i))),
  schema: rawForm.transform((form, ctx) => ({
    integrations: Object.keys(form)
      .filter((name) => name.endsWith('-role'))
      .map((name) => name.slice(0, -'-role'.length))
      .flatMap((type): IntegrationClaim[] => {
        const said = readBlock<Omit<IntegrationClaim, 'type'>>(form, ctx, type, integrationCells)
        if (!said || orNull(one(form, `${type}-role`)) === null) return []
        const { role, withWhom, description, ...rest } = said
        return [{ type, role, withWhom, description, ...stated(rest) }]
      }),
  })),
  isDone: (l) => l.integrations.length > 0,
}
