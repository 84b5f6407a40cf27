import { Details } from '@/components/ui/details'
import { InsetText } from '@/components/ui/inset-text'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { dayWords } from '@/lib/platform/days'

/** Says that a text is one of the past or the one in force, its day and its hash, with the very text that was hashed. */
export function FrozenFacts({ module, isCurrent }: { module: ModuleView; isCurrent: boolean }) {
  return (
    <>
      <InsetText>
        <p>
          {isCurrent ? 'This is the text in force.' : 'This is not the current text.'} It was published on{' '}
          {dayWords(module.publishedOn)} and has not changed since.{' '}
          <a href={`/modules/${module.id}`}>Go to the module’s page</a>
        </p>
        <p className="tw:break-all">SHA-256 of the text: {module.sha256}</p>
      </InsetText>
      <Details summary="The text as it was hashed (RFC 8785 JSON)">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <section className="scroll-box" aria-label="The text as it was hashed" tabIndex={0}>
          <pre>{canonicalJson(module.listing)}</pre>
        </section>
      </Details>
    </>
  )
}
