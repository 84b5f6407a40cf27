/** What was typed as a pattern of SQL's `like` that finds it anywhere: it is text, so its `%`, `_` and `\` mean themselves. */
export const likePattern = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`
