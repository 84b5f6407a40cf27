/** What can be wrong with one line of JSON (IN-03). */
export const jsonFaultMessages = {
  'E-JSON': 'This is not JSON',
  'E-UTF8': 'These bytes are not UTF-8',
  'E-SURROGATE': 'An escape names half of a surrogate pair',
  'E-NUL': 'A NUL character',
  'E-CONTROL': 'A raw control character',
  'E-DUPKEY': 'A key stands twice in one object',
  'E-DEPTH': 'Nested more than 128 levels deep',
  'E-NUMBER': 'This is not a number of JSON',
} as const

export type JsonFaultCode = keyof typeof jsonFaultMessages

/**
 * One fault of a line. `byte` is the zero-based offset in the line (a byte order mark at the file's start is not part of
 * the line) of the first byte that cannot stand: of the bad UTF-8 sequence, of the escape's backslash, of the repeated
 * key's opening quote, of the bracket that is too deep; the line's length where the line ends too early.
 */
export class JsonFault extends Error {
  constructor(
    readonly code: JsonFaultCode,
    readonly byte: number,
  ) {
    super(jsonFaultMessages[code])
  }
}
