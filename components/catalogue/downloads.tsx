/** The same as a file: for a spreadsheet, for programs and for reading (CAT-9). */
export function Downloads({ what, csv, json, pdf }: { what: string; csv: string; json: string; pdf: string }) {
  return (
    <p>
      Download {what}: <a href={csv}>CSV for a spreadsheet</a>, <a href={json}>JSON for programs</a> or{' '}
      <a href={pdf}>PDF to read or print</a>
    </p>
  )
}
