/** A price as a former catalogue printed it. Amounts in 1/100,000 £; `period` null: once, or on each use. */
export type HistoricPrice = { amount: string; unit: string; period: 'month' | 'year' | null }

const price = /^GBP (\d{1,7})(?:\.(\d{1,5}))? per ([^;]+?)(?: per (month|year))?$/

/**
 * IMP-13: `GBP n per unit[ per month|year]`, several parted by `;`. Anything else stays the text that it is.
 * The amount is text, because JSON has no bigint.
 */
export function parseHistoricPrices(text: string): HistoricPrice[] | undefined {
  const parts = text.split(';').map((part) => price.exec(part.trim()))
  if (text === '' || parts.some((match) => !match || / per | fixed|\+/.test(match[3]!))) return undefined
  return parts.map((match) => {
    const [, pounds, decimals, unit, period] = match!
    const amount = BigInt(pounds!) * 100_000n + BigInt((decimals ?? '').padEnd(5, '0'))
    return { amount: amount.toString(), unit: unit!, period: (period as 'month' | 'year' | undefined) ?? null }
  })
}
