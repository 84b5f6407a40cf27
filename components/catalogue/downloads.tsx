/** The same as a file: for a spreadsheet and for programs (CAT-9). */
export function Downloads({ what, csv, json }: { what: string; csv: string; json: string }) {
  return (
    <p>
      Download {what}: <a href={csv}>CSV for a spreadsheet</a> or <a href={json}>JSON for programs</a>
    </p>
  )
}
