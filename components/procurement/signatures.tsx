import { SummaryList } from '@/components/ui/summary-list'
import { instantInWords } from '@/lib/platform/days'
import type { CallOff, Side } from '@/lib/procurement/call-offs/call-off'

/** Which side has signed the terms as they stand. */
export function Signatures({ callOff, names }: { callOff: CallOff; names: (id: string) => string }) {
  const of = (side: Side, organisationId: string) => {
    const signature = callOff.signatures.find((s) => s.side === side && s.termsHash === callOff.termsHash)
    return {
      key: names(organisationId),
      value: signature ? `Signed ${instantInWords(signature.at)}` : 'Not signed',
    }
  }
  return (
    <>
      <h2 className="nhsuk-heading-m">Signatures</h2>
      <SummaryList rows={[of('payer', callOff.payerId), of('supplier', callOff.supplierId)]} />
    </>
  )
}
