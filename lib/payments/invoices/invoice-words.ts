/** What a page says after each act. */
export const invoiceDone: Record<string, string> = {
  matched: 'The invoice matches. The payer confirms receipt next.',
  exception: 'The invoice does not match. What differs stands below.',
  approved: 'Receipt is confirmed and the invoice is approved. Finance releases it next.',
  released: 'The invoice is released for payment.',
  void: 'The invoice is void. A new statement takes its place.',
  recorded: 'The bank transfer is recorded. The supplier says whether it came.',
  came: 'You confirmed the bank transfer. It counts as paid.',
  'did-not-come': 'You said that the bank transfer did not come. Nothing was counted.',
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** `June 2026`, of any day of that month. */
export const monthWords = (day: string): string => months.format(Date.parse(`${day}T00:00:00Z`))
