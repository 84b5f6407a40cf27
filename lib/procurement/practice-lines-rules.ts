/** A practice as it stands in a list, and on which line. */
export type PracticeLine = { line: number; code: string; name: string }

/** What was typed or stands in a file, a practice a line: its ODS code, and its name where one wants it checked (T5). */
export const practiceLines = (text: string): PracticeLine[] =>
  text.split(/\r?\n/).flatMap((line, i) => {
    const [code = '', ...name] = line.replaceAll('"', '').split(/[,;\t]/)
    if (code.trim() === '' || /^(ods )?code$/i.test(code.trim())) return []
    return [{ line: i + 1, code: code.trim().toUpperCase(), name: name.join(',').trim() }]
  })
