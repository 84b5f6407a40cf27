import { ListingDocument } from '@/components/catalogue/listing-document'
import { ModuleBanners } from '@/components/catalogue/module-banners'
import { Warning } from '@/components/ui/warning'
import type { DraftPreview as Preview } from '@/lib/catalogue/drafts/get-draft-preview'
import type { ReferenceNames } from '@/lib/catalogue/module-view'
import { untouchedCalculator } from '@/lib/catalogue/prices/calculator-rules'
import type { Day } from '@/lib/platform/days'

/** The module's page as it will be, drawn from the draft by the same parts, and saying so. */
export function DraftPreview({ preview, names, today }: { preview: Preview; names: ReferenceNames; today: Day }) {
  const { module, reference } = preview
  return (
    <>
      <Warning title="Preview">
        <p>
          This is a draft. Nobody else can read it, and nothing of it is published. What assessors found stands on the
          published page only.
        </p>
      </Warning>
      <ModuleBanners
        module={module}
        life={{ kind: 'listed' }}
        standing={module.standing}
        reference={reference}
        today={today}
      />
      <ListingDocument
        module={module}
        reference={reference}
        entry={undefined}
        names={names}
        calculator={untouchedCalculator(today, 'Works on the published page')}
      />
    </>
  )
}
