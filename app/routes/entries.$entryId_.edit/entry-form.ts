/** The words' form; the pictures' fields stand outside it and belong to it by this id. */
export const ENTRY_FORM = 'entry-form'
