/** The name that somebody else has already, on every server of the sandbox. */
export const TAKEN = "Contoso";
