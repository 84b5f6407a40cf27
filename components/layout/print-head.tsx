type Props = {
  /** For whom the reader acts; none for a visitor. */
  organisation: string | undefined
  /** The whole address of the page. */
  address: string
  /** When the page was drawn, in words. */
  at: string
}

/** What stands above a page on paper and nowhere else: whose it is, where it came from, and of what moment it speaks. */
export function PrintHead({ organisation, address, at }: Props) {
  return (
    <div className="print-head">
      <p>
        <strong>Choose and switch GP systems</strong>
        {organisation ? `, for ${organisation}` : null}
      </p>
      <p>{address}</p>
      <p>Printed as the page stood on {at}</p>
    </div>
  )
}
