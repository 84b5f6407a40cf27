import { ActionForm } from '@/components/ui/action-form'
import { InsetText } from '@/components/ui/inset-text'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import type { RefreshPreviewView } from '@/lib/assurance/refresh/get-refresh-preview'
import { type Effect, effects, effectWords } from '@/lib/assurance/refresh/preview-rules'
import { dayWords, instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const colours: Record<Effect, TagColour> = { lapses: 'red', 'must-act': 'orange', unaffected: 'grey' }
const perPage = 30

/** What publishing would do, counted and module by module (RF-02). */
export function RefreshPreview({ view, page, look }: { view: RefreshPreviewView; page: number; look: FormAction }) {
  const { preview, draft, lookedAt } = view
  const { counts, lapsingShare } = preview
  const number = (n: number) => n.toLocaleString('en-GB')
  const rows = preview.modules.toSorted((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect))
  const pages = Math.max(Math.ceil(rows.length / perPage), 1)
  const at = Math.min(Math.max(page, 1), pages)
  return (
    <>
      {preview.days.length === 0 ? (
        <InsetText>Give the draft its days first. Without them nothing can be worked out.</InsetText>
      ) : null}
      <Table
        caption="What it would do"
        columns={[
          { heading: 'Effect' },
          ...['Modules', 'Suppliers', 'Contracts', 'Practices', 'Patients'].map((heading) => ({
            heading,
            number: true,
          })),
        ]}
        rows={effects.map((effect) => ({
          key: effect,
          cells: [
            effectWords[effect],
            ...[
              counts[effect].modules,
              counts[effect].suppliers,
              counts[effect].contracts,
              counts[effect].practices,
              counts[effect].patients,
            ].map(number),
          ],
        }))}
      />
      <p>
        A supplier, contract or practice is counted once, under the worst that meets it. What lapses must be assessed
        anew. What must act needs only the supplier’s word. {(lapsingShare * 100).toFixed(1)}% of practices use a module
        that lapses
        {lapsingShare >= 0.05 ? ', so the proposal needs a reason for that.' : '.'}
      </p>
      <ActionForm
        action={look}
        hidden={{ id: draft.id, contentSha256: draft.contentSha256 }}
        button="Note that I have looked at this preview"
      />
      <p>
        {lookedAt
          ? `This text was last looked at on ${instantInWords(lookedAt)}. That counts for 7 days.`
          : 'Nobody has noted yet that they looked at the preview of this text. It cannot be published before.'}
      </p>
      <Table
        caption="Module by module, label without the version and with it"
        columns={[
          { heading: 'Module' },
          { heading: 'Effect' },
          ...preview.days.map((day) => ({ heading: dayWords(day) })),
        ]}
        rows={rows.slice((at - 1) * perPage, at * perPage).map((m) => ({
          key: m.moduleVersionId,
          cells: [
            <span key="name">
              {m.name}
              <br />
              <span className="muted">{m.supplier}</span>
            </span>,
            <Tag colour={colours[m.effect]} key="effect">
              {effectWords[m.effect]}
            </Tag>,
            ...m.labels.map((l) => (l.without === l.with ? l.with : `${l.without} → ${l.with}`)),
          ],
        }))}
      />
      <Pager page={at} pages={pages} hrefOf={(n) => `/assurance/standards/${draft.id}/preview?page=${n}`} />
    </>
  )
}
