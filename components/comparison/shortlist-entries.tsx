import { Downloads } from '@/components/catalogue/downloads'
import { ExclusionFields, Exclusions } from '@/components/comparison/exclusions'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { fewestCompared, mostCompared } from '@/lib/comparison/comparison'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import type { ShortlistView } from '@/lib/comparison/shortlist'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  shortlist: ShortlistView
  mayKeep: boolean
  remove: FormAction
}

/** The modules on a shortlist, each in the version it had when it was put there. */
export function ShortlistEntries({ shortlist, mayKeep, remove }: Props) {
  const { entries } = shortlist
  const changes = mayKeep && shortlist.state === 'live'
  if (entries.length === 0)
    return (
      <p>
        Nothing is on this shortlist yet. <a href="/modules">Find a module</a> and add it from its page.
      </p>
    )
  return (
    <>
      {shortlist.planRunId ? (
        <p>
          <a href={`/shortlists/plans/${shortlist.planRunId}`}>The plan that this shortlist comes from</a>
        </p>
      ) : null}
      <Table
        caption="Modules on this shortlist"
        columns={[{ heading: 'Module' }, { heading: 'Supplier' }, { heading: 'Listing' }, { heading: 'Change' }]}
        rows={entries.map((entry) => ({
          key: entry.moduleId,
          cells: [
            <a href={`/modules/${entry.moduleId}`} key="name">
              {entry.moduleName}
            </a>,
            entry.supplierName,
            listingWords(entry, shortlist),
            changes ? (
              <ActionForm
                key="remove"
                action={remove}
                hidden={{ shortlistId: shortlist.id, version: shortlist.version, moduleId: entry.moduleId }}
                button="Remove"
                look="secondary"
                label={`Remove ${entry.moduleName}`}
              >
                {shortlist.query === null ? null : <ExclusionFields name={entry.moduleName} id={entry.moduleId} />}
              </ActionForm>
            ) : (
              'None'
            ),
          ],
        }))}
      />
      <Exclusions exclusions={shortlist.exclusions} />
      {entries.length >= fewestCompared ? (
        <ButtonLink href={comparisonAddress(compared(entries), { patients: null, term: null })}>
          {entries.length > mostCompared ? `Compare the first ${mostCompared}` : 'Compare these modules'}
        </ButtonLink>
      ) : null}
      <Downloads
        what="this shortlist"
        csv={`/shortlists/${shortlist.id}/list.csv`}
        json={`/shortlists/${shortlist.id}/list.json`}
        pdf={`/shortlists/${shortlist.id}/list.pdf`}
      />
    </>
  )
}

const compared = (entries: ShortlistView['entries']) => entries.slice(0, mostCompared).map((entry) => entry.moduleId)

const listingWords = (entry: ShortlistView['entries'][number], { planModuleId }: ShortlistView): string => {
  const listing = entry.outdated ? 'A newer listing is out: look again' : 'As published now'
  return entry.moduleId === planModuleId ? `The plan takes this one. ${listing}` : listing
}
