import { SummaryList } from '@/components/ui/summary-list'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'

/** Everything that is funded and signed, and the hash of it. */
export function CallOffSummary({ callOff, names }: { callOff: CallOff; names: (id: string) => string }) {
  return (
    <SummaryList
      rows={[
        ...(callOff.refusedReason ? [{ key: 'Refused because', value: callOff.refusedReason }] : []),
        { key: 'Module', value: <a href={`/modules/${callOff.moduleId}`}>{callOff.moduleName}</a> },
        { key: 'Standing when last asked', value: callOff.gateLabel },
        { key: 'Practice', value: names(callOff.practiceId) },
        { key: 'Supplier', value: names(callOff.supplierId) },
        { key: 'Payer', value: names(callOff.payerId) },
        {
          key: 'Term',
          value: `${dayWords(callOff.startsOn)} to ${dayWords(callOff.endsOn)} (${callOff.termMonths} months)`,
        },
        { key: 'Notice', value: `${callOff.noticeDays} days` },
        { key: 'Price', value: callOff.prices.flatMap((price) => priceWords(priceFromJson(price))).join('; ') },
        { key: 'List size', value: `${callOff.listSize.toLocaleString('en-GB')} patients` },
        { key: 'A year', value: `${poundsWords(callOff.yearlyPence)} excluding VAT` },
        { key: 'Once', value: callOff.oneOffPence > 0n ? poundsWords(callOff.oneOffPence) : 'Nothing' },
        { key: 'Whole term', value: <strong>{poundsWords(callOff.totalPence)} excluding VAT</strong> },
        { key: 'SHA-256 of these terms', value: <code className="tw:break-all">{callOff.termsHash}</code> },
      ]}
    />
  )
}
