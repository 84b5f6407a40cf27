import { SummaryList } from '@/components/ui/summary-list'
import type { SectionView } from '@/lib/catalogue/drafts/get-draft'

/** The whole text of a draft as buyers will read it, section by section. */
export function DraftText({ sections }: { sections: SectionView[] }) {
  return sections.map((section) => (
    <section aria-labelledby={section.slug} key={section.slug}>
      <h2 className="nhsuk-heading-m" id={section.slug}>
        {section.title}
      </h2>
      {section.lines.length === 0 ? (
        <p className="muted">Not stated</p>
      ) : (
        <SummaryList
          rows={section.lines.map((line) => ({
            key: line.label,
            value: <span className="tw:whitespace-pre-line">{line.value}</span>,
          }))}
        />
      )}
    </section>
  ))
}
