import { NotStated, Section } from '@/components/catalogue/section'
import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'

const tags: Record<string, [TagColour, string]> = {
  met: ['green', 'Met'],
  failed: ['red', 'Failed'],
  'not assessed': ['grey', 'Not assessed'],
}

/** P12: what the supplier claims beside what was assessed. */
export function ModuleCapabilities({
  module,
  results,
  names,
}: {
  module: ModuleView
  results: { id: string; result: string }[]
  names: ReferenceNames
}) {
  const { capabilities } = module.listing
  return (
    <Section id="capabilities">
      {capabilities.length === 0 ? <NotStated /> : null}
      <Table
        caption="Claimed by the supplier, and what assessors found"
        columns={[{ heading: 'Capability' }, { heading: 'Claimed' }, { heading: 'Assessed' }]}
        rows={capabilities.map(({ id, epicIds }) => {
          const known = names.capabilities[id]
          const [colour, words] = tags[results.find((r) => r.id === id)?.result ?? 'not assessed']!
          return {
            key: id,
            cells: [
              `${known?.name ?? 'Unknown capability'} (${id})`,
              known && known.mustEpicIds.length > 0
                ? `${known.mustEpicIds.filter((epic) => epicIds.includes(epic)).length} of ${known.mustEpicIds.length} epics that must be met`
                : 'Nothing to assess: no epic must be met',
              <Tag colour={colour} key="assessed">
                {words}
              </Tag>,
            ],
          }
        })}
      />
    </Section>
  )
}

/** P11. */
export function ModuleFeatures({ features }: { features: string[] }) {
  return (
    <Section id="features">
      {features.length === 0 ? (
        <NotStated />
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {features.map((feature) => (
            <li key={feature}>{feature}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
