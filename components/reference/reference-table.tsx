import { ButtonLink } from '@/components/ui/button'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import type { ReferenceKind } from '@/lib/platform/corrections/correction'
import { textOf } from '@/lib/platform/corrections/correction-rules'
import type { RowPage } from '@/lib/platform/corrections/list-rows'

/** The rows of one kind, with a search over ids and names. */
export function ReferenceTable({ kind, found, q }: { kind: ReferenceKind; found: RowPage; q: string }) {
  const address = (page: number) => `/admin/reference/${kind.slug}?${new URLSearchParams({ q, page: String(page) })}`
  return (
    <>
      {kind.mayAdd ? (
        <ButtonLink href={`/admin/reference/${kind.slug}/new`} look="secondary">
          Add: {kind.one}
        </ButtonLink>
      ) : null}
      <form method="get" action={`/admin/reference/${kind.slug}`}>
        <TextField name="q" type="search" label="Id or name" value={q} width={20} maxLength={100} />
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Find rows
        </button>
      </form>
      <p role="status">
        {found.total.toLocaleString('en-GB')} {found.total === 1 ? 'row' : 'rows'}
      </p>
      {found.lines.length === 0 ? null : (
        <Table
          caption={kind.title}
          hideCaption
          columns={[
            { heading: 'Id' },
            ...kind.fields.slice(0, 3).map(({ label }) => ({ heading: label })),
            { heading: 'Kept by' },
          ]}
          rows={found.lines.map((line) => ({
            key: line.address,
            cells: [
              <a href={`/admin/reference/${kind.slug}/${encodeURIComponent(line.address)}`} key="link">
                {line.address}
              </a>,
              ...kind.fields.slice(0, 3).map(({ name }) => textOf(line.values[name]) || 'Not stated'),
              line.corrected ? 'Curator' : line.values.absent === true ? 'No file any more' : 'File',
            ],
          }))}
        />
      )}
      <Pager page={found.page} pages={found.pages} hrefOf={address} />
    </>
  )
}
