/** Why a row is wrong (an error: nothing of the file is applied) or odd (a warning: a person acknowledges it). */
export type IssueCode =
  | 'required'
  | 'format'
  | 'unknown-reference'
  | 'duplicate-key'
  | 'out-of-range'
  | 'encoding'
  | 'differs'
  | 'unresolved'
  | 'doubtful'

/** One remark about one cell: the line as an editor counts it (the first is 1), the column by its name in the file. */
export type Issue = { line: number; column: string; code: IssueCode; reason: string; value: string }

/** Long cells are cut in reports; a report is not a second copy of the file. */
export const cutValue = (value: string): string => (value.length > 120 ? `${value.slice(0, 119)}…` : value)

/** `line 17, column CODE: …`, for the command line and for the page. */
export function issueWords(issue: Issue): string {
  const place = issue.column === '' ? `line ${issue.line}` : `line ${issue.line}, column ${issue.column}`
  return `${place}: ${issue.reason} (${issue.code}${issue.value === '' ? '' : `, "${issue.value}"`})`
}
