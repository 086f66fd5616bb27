/** The import wizard. */
export const imports = {}
