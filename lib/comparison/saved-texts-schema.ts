import { z } from 'zod'

/** Name and description of whatever an organisation keeps (CAT-8). */
export const savedTexts = {
  name: z.string().trim().min(1, 'Enter a name').max(255, 'The name must be 255 characters or fewer'),
  description: z
    .string()
    .trim()
    .max(250, 'The description must be 250 characters or fewer')
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
}
