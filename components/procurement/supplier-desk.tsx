import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import { dayWords, instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords, unitPriceWords } from '@/lib/platform/money'
import { scoreWords } from '@/lib/procurement/competitions/competition'
import type { SupplierEntryView, SupplierOutcome } from '@/lib/procurement/competitions/competition-view'
import { tierField } from '@/lib/procurement/competitions/offer-rules'

type Props = { id: string; entries: SupplierEntryView[]; acts: { offer: FormAction; withdraw: FormAction } }

/** A supplier's own entries: its sealed offer, and how it ended. It sees nobody else's. */
export function SupplierDesk({ id, entries, acts }: Props) {
  return entries.map((entry) => (
    <section key={entry.entryId} aria-label={entry.moduleName}>
      <h2 className="nhsuk-heading-m">Your module: {entry.moduleName}</h2>
      <OwnOffer entry={entry} />
      {entry.outcome ? <OwnOutcome outcome={entry.outcome} /> : null}
      {entry.outcome || !entry.isOpen ? null : entry.may.allowed ? (
        <OfferForms id={id} entry={entry} acts={acts} />
      ) : (
        <InsetText>
          <p>{entry.may.because}.</p>
        </InsetText>
      )}
    </section>
  ))
}

function OwnOffer({ entry: { offer, listPrices, isOpen } }: { entry: SupplierEntryView }) {
  if (!offer)
    return (
      <p>
        You have made no offer. {isOpen ? 'Without one the list price counts:' : 'The list price counts:'}{' '}
        {listPrices.flatMap((price) => priceWords(priceFromJson(price))).join('; ')}.
      </p>
    )
  return (
    <SummaryList
      rows={[
        { key: 'Your offer', value: offer.prices.flatMap((price) => priceWords(priceFromJson(price))).join('; ') },
        { key: 'Over the term', value: offer.termPence === null ? 'Depends on use' : poundsWords(offer.termPence) },
        { key: 'Holds until', value: dayWords(offer.validUntil!) },
        { key: 'Sealed', value: instantInWords(offer.submittedAt) },
        { key: 'SHA-256', value: <code className="tw:break-all">{offer.sha256}</code> },
      ]}
    />
  )
}

function OfferForms({ id, entry, acts }: { id: string; entry: SupplierEntryView; acts: Props['acts'] }) {
  const hidden = { competitionId: id, entryId: entry.entryId, number: entry.number }
  const shown = entry.offer?.prices ?? entry.listPrices
  return (
    <>
      <ActionForm action={acts.offer} hidden={hidden} button={entry.offer ? 'Replace the offer' : 'Seal the offer'}>
        {entry.listPrices.flatMap((price, p) =>
          price.tiers.map((tier, t) => (
            <FormTextField
              key={tierField(p, t)}
              name={tierField(p, t)}
              label={labelOf(price, t)}
              hint={`List price ${unitPriceWords(BigInt(tier.unitPrice))}, which is the most`}
              inputMode="decimal"
              width={10}
              value={unitPriceWords(BigInt(shown[p]!.tiers[t]!.unitPrice)).slice(1)}
            />
          )),
        )}
        <FormTextField
          name="validUntil"
          label="Last day of the offer"
          hint={entry.earliestEnd ? `${dayWords(entry.earliestEnd)} or later` : ''}
          type="date"
          width={10}
          value={entry.offer?.validUntil ?? entry.earliestEnd ?? ''}
        />
      </ActionForm>
      {entry.offer ? (
        <ActionForm
          action={acts.withdraw}
          hidden={hidden}
          button="Take the offer back"
          look="warning"
          summary="Take the offer back"
        >
          <p>Then the list price counts, unless you make another offer in time.</p>
        </ActionForm>
      ) : null}
    </>
  )
}

/** `Price per patient per year in pounds, from 1`: a field's name says the tier. */
function labelOf(price: PriceJson, tier: number): string {
  const period = price.period === 'none' ? 'once' : `a ${price.period}`
  const from = price.tiers.length > 1 ? `, from ${Number(price.tiers[tier]!.from).toLocaleString('en-GB')}` : ''
  return `Price in pounds, ${price.mode === 'SingleFixed' ? 'in all' : `per ${price.unit}`} ${period}${from}`
}

function OwnOutcome({ outcome: { words, own, winner, ofSets } }: { outcome: SupplierOutcome }) {
  return (
    <>
      <InsetText>
        <p>{words}.</p>
        {own ? (
          <p>
            {ofSets ? 'The total of the best set with your module' : 'Your total'}: {totalWords(own.total)} of 5.
          </p>
        ) : null}
        {winner ? (
          <p>
            The winner: {winner.name}, with {totalWords(winner.total)}.
          </p>
        ) : null}
      </InsetText>
      {own && own.scores.length > 0 ? (
        <Table
          caption="Your scores"
          columns={[{ heading: 'What' }, { heading: 'Score' }, { heading: 'Reason' }]}
          rows={own.scores.map((score) => ({
            key: score.words,
            cells: [
              score.words,
              score.kind === 'must' ? (score.value === 1 ? 'Yes' : 'No') : `${score.value}, ${scoreWords[score.value]}`,
              score.reason,
            ],
          }))}
        />
      ) : null}
    </>
  )
}
