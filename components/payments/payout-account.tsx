import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextField } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import { Warning } from '@/components/ui/warning'
import type { PayoutAccountView } from '@/lib/payments/accounts/get-payout-account'
import { railWords } from '@/lib/payments/invoices/invoice'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** The account as it stands. Its digits are shown once it is confirmed, so that who confirms it has them from elsewhere. */
export function PayoutAccountFacts({ view: { account } }: { view: PayoutAccountView }) {
  if (!account) return <p>No account is entered yet, so nobody can release an invoice to you.</p>
  return (
    <>
      {account.confirmedById === null ? (
        <Warning title="Not confirmed">
          <p>Nothing is released to you until a second person of your organisation has confirmed this account.</p>
        </Warning>
      ) : null}
      <SummaryList
        rows={[
          { key: 'Paid by', value: railWords[account.rail] },
          { key: 'Name on the account', value: account.accountName },
          {
            key: 'Account',
            value:
              account.rail === 'BACS' && account.confirmedById === null
                ? 'Shown once it is confirmed'
                : account.maskedNumber,
          },
          { key: 'Entered', value: instantInWords(account.changedAt) },
          { key: 'Confirmed', value: account.confirmedAt ? instantInWords(account.confirmedAt) : 'Not yet' },
        ]}
      />
    </>
  )
}

/** What this person may do next, or why not. */
export function PayoutAccountForms({
  view,
  change,
  confirm,
}: {
  view: PayoutAccountView
  change: FormAction
  confirm: FormAction
}) {
  const { account, mayConfirm, mayChange, supplierId, isStripeOn } = view
  const prove = <a href="/account/prove?back=/supplier/payments/account">prove who you are</a>
  const needsProof = <p>If you signed in more than 5 minutes ago, {prove} first.</p>
  return (
    <>
      {account && mayConfirm?.allowed ? (
        <ActionForm action={confirm} hidden={{ id: account.id }} button="Confirm the account">
          {needsProof}
          {account.rail === 'BACS' ? (
            <FormTextField
              name="lastDigits"
              label="Last four digits of the account number"
              hint="Ask for them outside this portal, for example by telephone"
              width={4}
            />
          ) : null}
        </ActionForm>
      ) : null}
      {account && account.confirmedById === null && mayConfirm?.allowed === false ? <p>{mayConfirm.because}.</p> : null}
      {mayChange.allowed ? (
        <ActionForm
          action={change}
          hidden={{ supplierId }}
          button="Enter the account"
          look="secondary"
          summary={account ? 'Enter another account' : 'Enter the account'}
        >
          {needsProof}
          <FormRadios
            name="rail"
            label="How you are paid"
            options={[
              { value: 'BACS', text: railWords.BACS, hint: 'The payer sends the money to your bank account' },
              {
                value: 'STRIPE',
                text: railWords.STRIPE,
                hint: isStripeOn
                  ? 'Stripe asks you for your bank account itself'
                  : 'This portal is not connected to Stripe yet',
              },
            ]}
          />
          <FormTextField name="accountName" label="Name on the account" />
          <FormTextField name="sortCode" label="Sort code" hint="Only for bank transfers: 6 digits" width={10} />
          <FormTextField
            name="accountNumber"
            label="Account number"
            hint="Only for bank transfers: 8 digits. Only the last four are kept"
            width={10}
          />
        </ActionForm>
      ) : (
        <p>{mayChange.because}.</p>
      )}
    </>
  )
}
