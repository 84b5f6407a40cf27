import { one, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { invalidField } from '@/lib/platform/refusal'
import { most, type WishedFor } from '../needs-content'
import type { NeedsProfile } from '../needs-profile'
import { openEpics } from './need-sections'
import { capabilityWords, changeOr, type NeedsFacts, type NeedsSection } from './needs-section'

type Asked = Omit<WishedFor, 'worth'> & { name: string; label: string; group: string }

/** Everything that may be wished for: capabilities that are no must, and open epics of those that are needed or wished. */
function askable({ content }: NeedsProfile, facts: NeedsFacts): Asked[] {
  const needed = new Map(content.needs.map((need) => [need.capabilityId, need.epicIds]))
  const wished = content.wishes.map((wish) => wish.capabilityId)
  const capabilities = facts.capabilities
    .filter(({ id, expired }) => !needed.has(id) && (!expired || wished.includes(id)))
    .map(({ id, name }) => ({
      capabilityId: id,
      epicId: null,
      name: `w-${id}`,
      label: `${name} (${id})`,
      group: 'Capabilities',
    }))
  const epics = [...new Set([...needed.keys(), ...wished])].flatMap((capabilityId) =>
    openEpics(facts, capabilityId)
      .filter(({ id }) => !needed.get(capabilityId)?.includes(id))
      .map(({ id, name }) => ({
        capabilityId,
        epicId: id,
        name: `w-${capabilityId}-${id}`,
        label: name === id ? id : `${name} (${id})`,
        group: `More of ${capabilityWords(facts, capabilityId)}`,
      })),
  )
  return [...capabilities, ...epics]
}

export const wishes: NeedsSection = {
  slug: 'wishes',
  title: 'What you would like',
  lead: 'Give what you would like a worth from 1 to 9 and leave the rest empty. Needs and cost come first; wishes tell plans of one cost apart, and you see what more of them costs. Save to be asked about the parts of what you wish for.',
  fields: (profile, facts) =>
    askable(profile, facts).map(
      ({ name, label, group }): SectionField => ({ name, label, group, kind: 'text', max: 1 }),
    ),
  values: ({ content }) =>
    Object.fromEntries(
      content.wishes.map(({ capabilityId, epicId, worth }) => [
        epicId === null ? `w-${capabilityId}` : `w-${capabilityId}-${epicId}`,
        String(worth),
      ]),
    ),
  read: (raw, profile, facts) => {
    const faults: Record<string, string[]> = {}
    const wishes = askable(profile, facts).flatMap(({ capabilityId, epicId, name }): WishedFor[] => {
      const text = one(raw, name).trim()
      if (text === '' || text === '0') return []
      if (!/^[1-9]$/.test(text)) faults[name] = ['Enter a whole worth from 1 to 9, or nothing']
      return [{ capabilityId, epicId, worth: Number(text) }]
    })
    if (wishes.length > most.wishes)
      return invalidField(wishField(wishes[most.wishes]!), `A profile has ${most.wishes} wishes at most`)
    return changeOr(faults, { content: { wishes } })
  },
  step: ({ content }) => (content.wishes.length > 0 ? 'completed' : 'optional'),
}

const wishField = ({ capabilityId, epicId }: WishedFor) =>
  epicId === null ? `w-${capabilityId}` : `w-${capabilityId}-${epicId}`
