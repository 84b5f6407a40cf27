import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { type CallOff, callOffLabels } from '@/lib/procurement/call-offs/call-off'
import { type OrderContact, orderKinds } from '@/lib/procurement/call-offs/form/order-form'
import { isServiceOrder } from '@/lib/procurement/call-offs/order-kind-rules'
import { isByUse, type OrderLine } from '@/lib/procurement/call-offs/order-line'
import { expectedMonthPence } from '@/lib/procurement/call-offs/order-rules'

/** Where an order stands. */
export function CallOffTag({ state }: Pick<CallOff, 'state'>) {
  const { colour, words } = callOffLabels[state]
  return (
    <p>
      <Tag colour={colour}>{words}</Tag>
    </p>
  )
}

/** Everything that is funded and signed, and the hash of it. */
export function CallOffSummary({ callOff, names }: { callOff: CallOff; names: (id: string) => string }) {
  const { form } = callOff
  return (
    <SummaryList
      rows={[
        ...(callOff.refusedReason ? [{ key: 'Refused because', value: callOff.refusedReason }] : []),
        ...(form.type ? [{ key: orderKinds[form.type.kind], value: form.type.description }] : []),
        {
          key: isServiceOrder(callOff) ? 'For the module' : 'Module',
          value: <a href={`/modules/${callOff.moduleId}`}>{callOff.moduleName}</a>,
        },
        { key: 'Standing when last asked', value: callOff.gateLabel },
        { key: 'Ordered by', value: names(callOff.practiceId) },
        ...contact('Ordering contact', form.orderingContact),
        { key: 'Supplier', value: names(callOff.supplierId) },
        ...contact('Supplier’s contact', form.supplierContact),
        { key: 'Payer', value: names(callOff.payerId) },
        {
          key: 'Term',
          value: `${dayWords(callOff.startsOn)} to ${dayWords(callOff.endsOn)} (${callOff.termMonths} months)`,
        },
        {
          key: 'Option',
          value:
            callOff.optionMonths > 0
              ? `${callOff.optionMonths} more months, ${poundsWords(callOff.optionPence)} excluding VAT`
              : 'None',
        },
        { key: 'Notice', value: `${callOff.noticeDays} days` },
        ...callOff.lines.map((line) => ({ key: line.name, value: lineWords(line) })),
        ...(form.milestones ?? []).map((m) => ({ key: `Milestone: ${m.name}`, value: m.trigger })),
        ...(form.data
          ? [
              { key: 'Charge for the exit', value: poundsWords(BigInt(form.data.exitChargePence)) },
              { key: 'Data comes back as', value: form.data.returnFormat },
              { key: 'SHA-256 of the data processing schedule', value: hash(form.data.scheduleSha256) },
            ]
          : []),
        { key: 'List size', value: `${callOff.listSize.toLocaleString('en-GB')} patients` },
        { key: 'A year', value: `${poundsWords(callOff.yearlyPence)} excluding VAT` },
        { key: 'Once', value: callOff.oneOffPence > 0n ? poundsWords(callOff.oneOffPence) : 'Nothing' },
        { key: 'Whole term', value: <strong>{poundsWords(callOff.totalPence)} excluding VAT</strong> },
        ...(callOff.lines.some(isByUse) ? [{ key: 'What is charged by use', value: ceilingWords }] : []),
        { key: 'SHA-256 of these terms', value: hash(callOff.termsHash) },
      ]}
    />
  )
}

const hash = (sha256: string) => <code className="tw:break-all">{sha256}</code>

const contact = (key: string, held: OrderContact | undefined) =>
  held ? [{ key, value: `${held.name}, ${held.email}, ${held.phone}` }] : []

const ceilingWords =
  'Only recorded use is charged. The sums above count the use that is expected: they are what is committed, and the ceiling. Use above it is shown as over the commitment, and is not paid before more money is approved.'

/** The agreed price, how many, and the list price where it is another. */
function lineWords(line: OrderLine): string {
  const { agreed, list, quantity, per } = line
  const [price, listed] = [agreed, list].map((json) => priceWords(priceFromJson(json)).join('; '))
  const many = isByUse(line)
    ? `, ${expectedWords(line)}`
    : agreed.basis === 'patient'
      ? ''
      : `, ${quantity} ${per === 'order' ? 'for the whole order' : 'for each practice'}`
  return `${price}${many}${price === listed ? '' : ` (list price ${listed})`}`
}

function expectedWords(line: OrderLine): string {
  if (line.expectedMonthly === undefined) return 'by recorded use: nobody has said yet how much is expected'
  const expected = `${line.expectedMonthly.toLocaleString('en-GB')} ${line.agreed.unitPlural}`
  return `by recorded use: ${expected} expected in a month for each practice, ${poundsWords(expectedMonthPence(line))}`
}
