import { z } from 'zod'
import { explanationOf, questions } from './declaration-questions'
import { answerProblems, type RawAnswers } from './declaration-rules'

const most = 1000

/** The answers as a form sends them, by question id, with `<id>-detail` for explanations. Problems stand at their question. */
export const makeDeclarationInput = z
  .object({ supplierId: z.uuid(), truth: z.string().optional() })
  .catchall(z.unknown())
  .transform(({ supplierId, truth, ...rest }, check): { supplierId: string; answers: RawAnswers } => {
    const names = questions.flatMap(({ id }) => [id, explanationOf(id)])
    const answers = Object.fromEntries(
      names.map((name) => [name, typeof rest[name] === 'string' ? (rest[name] as string).trim() : '']),
    )
    const problems = Object.entries(answerProblems(questions, answers))
    const long = names.filter((name) => answers[name]!.length > most)
    if (truth !== 'yes') problems.push(['truth', ['Confirm that the answers are true']])
    for (const name of long) problems.push([name, ['Use 1,000 characters or fewer']])
    for (const [name, reasons] of problems)
      for (const message of reasons) check.addIssue({ code: 'custom', path: [name], message })
    return { supplierId, answers }
  })
export type MakeDeclaration = z.infer<typeof makeDeclarationInput>

const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(most, 'The reason must be 1,000 characters or fewer')
export const decideDeclarationInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  verdict: z.enum(['clear', 'reject'], { error: 'Choose whether it passes or fails' }),
  reason,
})
export type DecideDeclaration = z.infer<typeof decideDeclarationInput>
