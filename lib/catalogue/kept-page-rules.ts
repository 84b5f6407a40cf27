/** Pages beside the list that are the same for every reader without a session, and so are drawn once: a module, a comparison. */
export const isModuleOrComparison = (pathname: string): boolean =>
  /^\/(modules\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|compare)$/.test(pathname)
