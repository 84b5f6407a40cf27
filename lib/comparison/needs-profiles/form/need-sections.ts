import { many, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { invalidField, ok } from '@/lib/platform/refusal'
import { most } from '../needs-content'
import { capabilityWords, type NeedsFacts, type NeedsSection } from './needs-section'

/** What must be covered: the MUST epics of a capability always count (CAT-2). */
export const needs: NeedsSection = {
  slug: 'needs',
  title: 'What you must have',
  lead: 'Every plan covers all of these. A module counts where it claims all that the national model demands of the capability and was not found to fail it.',
  fields: (_, facts) => [
    {
      name: 'needs',
      label: 'Capabilities',
      kind: 'checks',
      hint: `1 to ${most.needs}`,
      options: facts.capabilities.map(({ id, name, expired }) => ({
        value: id,
        text: `${name} (${id})${expired ? ', expired' : ''}`,
      })),
    },
  ],
  values: ({ content }) => ({ needs: content.needs.map((need) => need.capabilityId) }),
  read: (raw, { content }, facts) => {
    const ids = facts.capabilities.map(({ id }) => id).filter((id) => many(raw, 'needs').includes(id))
    if (ids.length === 0) return invalidField('needs', 'Choose at least one capability')
    if (ids.length > most.needs) return invalidField('needs', `Choose ${most.needs} capabilities at most`)
    const before = (id: string) => content.needs.find((need) => need.capabilityId === id)?.epicIds ?? []
    return ok({ content: { needs: ids.map((capabilityId) => ({ capabilityId, epicIds: before(capabilityId) })) } })
  },
  step: ({ content }) => (content.needs.length > 0 ? 'completed' : 'not-started'),
}

/** Epics that the model leaves open, made a must by the buyer. */
export const epics: NeedsSection = {
  slug: 'epics',
  title: 'What each must include',
  lead: 'What the national model demands of a capability always counts. Here you make more of it a must; each one leaves fewer modules to choose from.',
  fields: ({ content }, facts) =>
    content.needs.flatMap(({ capabilityId }): SectionField[] => {
      const open = openEpics(facts, capabilityId)
      if (open.length === 0) return []
      return [
        {
          name: `epics-${capabilityId}`,
          label: capabilityWords(facts, capabilityId),
          kind: 'checks',
          options: open.map(({ id, name }) => ({ value: id, text: name === id ? id : `${name} (${id})` })),
        },
      ]
    }),
  values: ({ content }) =>
    Object.fromEntries(content.needs.map(({ capabilityId, epicIds }) => [`epics-${capabilityId}`, epicIds])),
  read: (raw, { content }, facts) =>
    ok({
      content: {
        needs: content.needs.map(({ capabilityId }) => ({
          capabilityId,
          epicIds: openEpics(facts, capabilityId)
            .map(({ id }) => id)
            .filter((id) => many(raw, `epics-${capabilityId}`).includes(id)),
        })),
      },
    }),
  step: ({ content }) => (content.needs.some(({ epicIds }) => epicIds.length > 0) ? 'completed' : 'optional'),
}

/** The active epics of a capability that the model does not demand anyway. */
export const openEpics = (facts: NeedsFacts, capabilityId: string) =>
  (facts.epics[capabilityId] ?? []).filter((epic) => epic.active && epic.level === 'MAY')
