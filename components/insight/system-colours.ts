/** Colours of the drawings; every drawing says the same in words beside it. */
const colours: Record<string, string> = { EMIS: '#005eb8', TPP: '#c25400', MEDICUS: '#330072' }

export const systemColour = (system: string): string => colours[system] ?? '#4c6272'
